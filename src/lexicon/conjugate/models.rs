//! The models of French conjugation, as tables: what `conjugate` knows by heart rather than by rule.
//!
//! In: nothing. Out: text tables, read by the parent module. `contredire` meets the row `dire`, so « les
//! experts contredisent le ministre » is found from `contre` + `disent`.
//!
//! The facts are those of school grammar; they were checked form by form against the categories of the
//! Dicollecte/Grammalecte spelling dictionary of French 7.0.

/// Endings of the imperfect and of the conditional, six persons.
pub(super) const IMPERFECT: [&str; 6] = ["ais", "ais", "ait", "ions", "iez", "aient"];

/// Endings of the future, six persons.
pub(super) const FUTURE: [&str; 6] = ["ai", "as", "a", "ons", "ez", "ont"];

/// One way to form the past historic and the imperfect subjunctive.
pub(super) struct Past {
    /// Ending of the third person singular, which names the class.
    pub(super) mark: &'static str,
    /// Endings of the past historic.
    pub(super) historic: [&'static str; 6],
    /// Endings of the imperfect subjunctive.
    pub(super) subjunctive: [&'static str; 6],
}

/// The classes of the past historic; a longer mark stands before a shorter one that ends it.
pub(super) const PASTS: [Past; 6] = [
    Past {
        mark: "int",
        historic: ["ins", "ins", "int", "înmes", "întes", "inrent"],
        subjunctive: ["insse", "insses", "înt", "inssions", "inssiez", "inssent"],
    },
    Past {
        mark: "it",
        historic: ["is", "is", "it", "îmes", "îtes", "irent"],
        subjunctive: ["isse", "isses", "ît", "issions", "issiez", "issent"],
    },
    Past {
        mark: "ut",
        historic: ["us", "us", "ut", "ûmes", "ûtes", "urent"],
        subjunctive: ["usse", "usses", "ût", "ussions", "ussiez", "ussent"],
    },
    Past {
        mark: "ût",
        historic: ["ûs", "ûs", "ût", "ûmes", "ûtes", "ûrent"],
        subjunctive: ["ûsse", "ûsses", "ût", "ûssions", "ûssiez", "ûssent"],
    },
    Past {
        mark: "ït",
        historic: ["ïs", "ïs", "ït", "ïmes", "ïtes", "ïrent"],
        subjunctive: ["ïsse", "ïsses", "ït", "ïssions", "ïssiez", "ïssent"],
    },
    Past {
        mark: "a",
        historic: ["ai", "as", "a", "âmes", "âtes", "èrent"],
        subjunctive: ["asse", "asses", "ât", "assions", "assiez", "assent"],
    },
];

/// Verbs in `-ir` that look like derivatives of `partir`, `sortir` or `servir` and follow `finir`.
pub(super) const LIKE_FINIR: [&str; 8] = [
    "asservir",
    "assortir",
    "désassortir",
    "impartir",
    "rassortir",
    "réassortir",
    "réasservir",
    "répartir",
];

/// Verbs used in the third person only, of news that comes and weather that falls.
pub(super) const THIRD_PERSON: [&str; 7] = [
    "advenir",
    "bruiner",
    "brumasser",
    "crachiner",
    "incomber",
    "neiger",
    "résulter",
];

/// Verbs in `-eler` and `-eter` that take a grave accent in both spellings, 1835 and 1990.
pub(super) const GRAVE_ONLY: &str = "acheter bégueter celer ciseler congeler corseter crocheter déceler \
    décongeler dégeler démanteler écarteler fileter fureter geler haleter harceler marteler modeler peler \
    préacheter racheter receler recongeler regeler remarteler remodeler surgeler";

/// Every model but the first group, one a row. Columns: tail of the infinitive (`^` asks for the whole verb;
/// variants of spelling after `/`; the longest tail wins) | present indicative, six persons | past historic,
/// third singular | future, third singular | past participle, masculine, feminine and masculine plural where it
/// is not the singular with `s`; one word alone never agrees | exceptions `key=value`.
///
/// `-` stands for a form that does not exist. Keys: `imperfect` (stem), `gerund` (present participle),
/// `subjunctive` (six forms), `imperative` (three forms), `persons` (those in use, 4 to 6 the plural ones).
pub(super) const MODELS: &str = "\
^être | suis es est sommes êtes sont | fut | sera | été | imperfect=ét gerund=étant subjunctive=sois,sois,soit,soyons,soyez,soient imperative=sois,soyons,soyez
^avoir | ai as a avons avez ont | eut | aura | eu eue | gerund=ayant subjunctive=aie,aies,ait,ayons,ayez,aient imperative=aie,ayons,ayez
^aller | vais vas va allons allez vont | alla | ira | allé allée | subjunctive=aille,ailles,aille,allions,alliez,aillent imperative=va,allons,allez
envoyer | envoie envoies envoie envoyons envoyez envoient | envoya | enverra | envoyé envoyée |
ir | is is it issons issez issent | it | ira | i ie |
haïr | hais hais hait haïssons haïssez haïssent | haït | haïra | haï haïe |
maudire | maudis maudis maudit maudissons maudissez maudissent | maudit | maudira | maudit maudite |
^bruire | - - bruit - - bruissent | - | - | brui | imperfect=bruiss persons=36
partir | pars pars part partons partez partent | partit | partira | parti partie |
sentir | sens sens sent sentons sentez sentent | sentit | sentira | senti sentie |
repentir | repens repens repent repentons repentez repentent | repentit | repentira | repenti repentie |
mentir | mens mens ment mentons mentez mentent | mentit | mentira | menti |
démentir | démens démens dément démentons démentez démentent | démentit | démentira | démenti démentie |
sortir | sors sors sort sortons sortez sortent | sortit | sortira | sorti sortie |
dormir | dors dors dort dormons dormez dorment | dormit | dormira | dormi |
endormir | endors endors endort endormons endormez endorment | endormit | endormira | endormi endormie |
servir | sers sers sert servons servez servent | servit | servira | servi servie |
vêtir | vêts vêts vêt vêtons vêtez vêtent | vêtit | vêtira | vêtu vêtue |
courir | cours cours court courons courez courent | courut | courra | couru courue |
mourir | meurs meurs meurt mourons mourez meurent | mourut | mourra | mort morte |
tenir | tiens tiens tient tenons tenez tiennent | tint | tiendra | tenu tenue |
venir | viens viens vient venons venez viennent | vint | viendra | venu venue |
subvenir | subviens subviens subvient subvenons subvenez subviennent | subvint | subviendra | subvenu |
^quérir | - - - - - - | - | - | - |
quérir | quiers quiers quiert quérons quérez quièrent | quit | querra | quis quise |
ouvrir | ouvre ouvres ouvre ouvrons ouvrez ouvrent | ouvrit | ouvrira | ouvert ouverte |
offrir | offre offres offre offrons offrez offrent | offrit | offrira | offert offerte |
souffrir | souffre souffres souffre souffrons souffrez souffrent | souffrit | souffrira | souffert soufferte |
cueillir | cueille cueilles cueille cueillons cueillez cueillent | cueillit | cueillera | cueilli cueillie |
saillir | saille sailles saille saillons saillez saillent | saillit | saillira | sailli |
assaillir | assaille assailles assaille assaillons assaillez assaillent | assaillit | assaillira | assailli assaillie |
défaillir | défaille défailles défaille défaillons défaillez défaillent | défaillit | défaillira | défailli |
^faillir | - - - - - - | faillit | faillira | failli | imperfect=faill
bouillir | bous bous bout bouillons bouillez bouillent | bouillit | bouillira | bouilli bouillie |
fuir | fuis fuis fuit fuyons fuyez fuient | fuit | fuira | fui fuie |
^ouïr | - - - - - - | ouït | ouïra | ouï ouïe | gerund=oyant imperative=-,-,oyez
^gésir | gis gis gît/git gisons gisez gisent | - | - | - | imperative=-,-,-
voir | vois vois voit voyons voyez voient | vit | verra | vu vue |
prévoir | prévois prévois prévoit prévoyons prévoyez prévoient | prévit | prévoira | prévu prévue |
pourvoir | pourvois pourvois pourvoit pourvoyons pourvoyez pourvoient | pourvut | pourvoira | pourvu pourvue |
cevoir | çois çois çoit cevons cevez çoivent | çut | cevra | çu çue |
devoir | dois dois doit devons devez doivent | dut | devra | dû due dus |
^mouvoir | meus meus meut mouvons mouvez meuvent | mut | mouvra | mû/mu mue mus |
mouvoir | meus meus meut mouvons mouvez meuvent | mut | mouvra | mu mue |
^pouvoir | peux/puis peux peut pouvons pouvez peuvent | put | pourra | pu | subjunctive=puisse,puisses,puisse,puissions,puissiez,puissent imperative=-,-,-
vouloir | veux veux veut voulons voulez veulent | voulut | voudra | voulu voulue | subjunctive=veuille,veuilles,veuille,voulions,vouliez,veuillent imperative=veuille/veux,voulons/veuillons,veuillez/voulez
^savoir | sais sais sait savons savez savent | sut | saura | su sue | gerund=sachant subjunctive=sache,saches,sache,sachions,sachiez,sachent imperative=sache,sachons,sachez
^ravoir | - - - - - - | - | - | - |
valoir | vaux vaux vaut valons valez valent | valut | vaudra | valu value | subjunctive=vaille,vailles,vaille,valions,valiez,vaillent
prévaloir | prévaux prévaux prévaut prévalons prévalez prévalent | prévalut | prévaudra | prévalu prévalue |
équivaloir | équivaux équivaux équivaut équivalons équivalez équivalent | équivalut | équivaudra | équivalu | subjunctive=équivaille,équivailles,équivaille,équivalions,équivaliez,équivaillent
falloir | - - faut - - - | fallut | faudra | fallu | imperfect=fall gerund=- subjunctive=-,-,faille,-,-,- persons=3
pleuvoir | - - pleut - - pleuvent | plut | pleuvra | plu | imperfect=pleuv persons=36
asseoir/assoir | assieds/assois assieds/assois assied/assoit asseyons/assoyons asseyez/assoyez asseyent/assoient | assit | assiéra/assoira | assis assise |
surseoir/sursoir | sursois sursois sursoit sursoyons sursoyez sursoient | sursit | surseoira/sursoira | sursis sursise |
^seoir | - - sied - - siéent | - | siéra | sis sise | imperfect=sey gerund=séant/seyant persons=36
^choir | chois chois choit choyons choyez choient | chut | choira/cherra | chu chue | imperfect=- gerund=- imperative=-,-,-
déchoir | déchois déchois déchoit déchoyons déchoyez déchoient | déchut | déchoira/décherra | déchu déchue | gerund=-
échoir | - - échoit/échet - - échoient/échéent | échut | échoira/écherra | échu échue | imperfect=échoy gerund=échéant subjunctive=-,-,échoie,-,-,échoient persons=36
dre | ds ds d dons dez dent | dit | dra | du due |
rompre | romps romps rompt rompons rompez rompent | rompit | rompra | rompu rompue |
prendre | prends prends prend prenons prenez prennent | prit | prendra | pris prise |
battre | bats bats bat battons battez battent | battit | battra | battu battue |
mettre | mets mets met mettons mettez mettent | mit | mettra | mis mise |
foutre | fous fous fout foutons foutez foutent | - | foutra | foutu foutue |
vaincre | vaincs vaincs vainc vainquons vainquez vainquent | vainquit | vaincra | vaincu vaincue |
indre | ins ins int ignons ignez ignent | ignit | indra | int inte |
coudre | couds couds coud cousons cousez cousent | cousit | coudra | cousu cousue |
moudre | mouds mouds moud moulons moulez moulent | moulut | moudra | moulu moulue |
soudre | sous sous sout solvons solvez solvent | solut | soudra | sous/sout soute |
résoudre | résous résous résout résolvons résolvez résolvent | résolut | résoudra | résolu résolue |
^dire | dis dis dit disons dites disent | dit | dira | dit dite |
^redire | redis redis redit redisons redites redisent | redit | redira | redit redite |
dire | dis dis dit disons disez disent | dit | dira | dit dite |
médire | médis médis médit médisons médisez médisent | médit | médira | médit |
fire | fis fis fit fisons fisez fisent | fit | fira | fit fite |
suffire | suffis suffis suffit suffisons suffisez suffisent | suffit | suffira | suffi |
circoncire | circoncis circoncis circoncit circoncisons circoncisez circoncisent | circoncit | circoncira | circoncis circoncise |
rire | ris ris rit rions riez rient | rit | rira | ri |
^frire | fris fris frit - - - | - | frira | frit frite | persons=123
lire | lis lis lit lisons lisez lisent | lut | lira | lu lue |
crire | cris cris crit crivons crivez crivent | crivit | crira | crit crite |
uire | uis uis uit uisons uisez uisent | uisit | uira | uit uite |
nuire | nuis nuis nuit nuisons nuisez nuisent | nuisit | nuira | nui |
luire | luis luis luit luisons luisez luisent | luisit | luira | lui |
suivre | suis suis suit suivons suivez suivent | suivit | suivra | suivi suivie |
ensuivre | - - ensuit - - ensuivent | ensuivit | ensuivra | ensuivi | imperfect=ensuiv persons=36
vivre | vis vis vit vivons vivez vivent | vécut | vivra | vécu vécue |
survivre | survis survis survit survivons survivez survivent | survécut | survivra | survécu |
croire | crois crois croit croyons croyez croient | crut | croira | cru crue |
boire | bois bois boit buvons buvez boivent | but | boira | bu bue |
faire | fais fais fait faisons faites font | fit | fera | fait faite | subjunctive=fasse,fasses,fasse,fassions,fassiez,fassent
^stupéfaire | - - - - - - | - | - | stupéfait stupéfaite |
taire | tais tais tait taisons taisez taisent | tut | taira | tu tue |
plaire | plais plais plaît/plait plaisons plaisez plaisent | plut | plaira | plu |
traire | trais trais trait trayons trayez traient | - | traira | trait traite |
braire | brais brais brait brayons brayez braient | - | braira | brait |
connaître/connaitre | connais connais connaît/connait connaissons connaissez connaissent | connut | connaîtra/connaitra | connu connue |
paraître/paraitre | parais parais paraît/parait paraissons paraissez paraissent | parut | paraîtra/paraitra | paru parue |
comparaître/comparaitre | comparais comparais comparaît/comparait comparaissons comparaissez comparaissent | comparut | comparaîtra/comparaitra | comparu |
transparaître/transparaitre | transparais transparais transparaît/transparait transparaissons transparaissez transparaissent | transparut | transparaîtra/transparaitra | transparu |
naître/naitre | nais nais naît/nait naissons naissez naissent | naquit | naîtra/naitra | né née |
^paître/paitre | pais pais paît/pait paissons paissez paissent | - | paîtra/paitra | - |
repaître/repaitre | repais repais repaît/repait repaissons repaissez repaissent | reput | repaîtra/repaitra | repu repue |
^croître/croitre | croîs croîs croît croissons croissez croissent | crût | croîtra/croitra | crû crue crus |
croître/croitre | crois crois croît/croit croissons croissez croissent | crut | croîtra/croitra | cru crue |
^clore | clos clos clôt/clot closons closez closent | - | clora | clos close | imperfect=- gerund=closant
clore | clos clos clot closons closez closent | - | clora | clos close | imperfect=- gerund=closant
^reclure | - - - - - - | - | - | reclus recluse |
^forclore | - - - - - - | - | - | forclos forclose |
clure | clus clus clut cluons cluez cluent | clut | clura | clu clue |
inclure | inclus inclus inclut incluons incluez incluent | inclut | inclura | inclus incluse |
occlure | occlus occlus occlut occluons occluez occluent | occlut | occlura | occlus occluse |
";

/// Verbs whose past participle never agrees, as they take no object, where `MODELS` does not say so: one line for
/// each first letter, so that a search reads one line. Source: the Dicollecte/Grammalecte dictionary 7.0.
pub(super) const INVARIABLE: &str = "\
abonder accéder acquiescer adhérer affluer agioter agir agoniser ahaner ambiancer apostasier appartenir \
apponter arboriser argumenter artiller atermoyer attenter
babiller bachoter badger badiner bagouler banqueter barguigner barouder barrir batifoler bavarder baver \
bayer besogner bifurquer bivouaquer blablater blanchoyer blettir blutiner boitiller bondir bonimenter \
bourder bourdonner bourgeonner bourlinguer boursicoter boustifailler bramer bridger briller broncher bruiner \
brumasser bruncher bucheronner buller buzzer bâiller béer bénéficier bêler bûcheronner
caboter cabotiner cabrioler cafouiller calmir camembérer cancaner candidater caner canoter cantiner \
capituler caqueter caracoler cartoucher cascader catcher cauchemarder cavalcader chalouper chameauser \
chanceler chatoyer chatter cheminer chevroter chialer chienner chipoter chuinter chuter ciller circuler \
clapoter clasher claudiquer clavarder clignoter cliquer cliqueter clocher coexister cognoter cohabiter \
collapser comater commercer communier commérer compatir compéter compétitionner concorder condescendre \
confluer consister contre-manifester contremanifester contribuer converger converser convoler coopérer \
copuler correspondre cosser couiner coévoluer coïncider coïter crachiner crailler crapahuter crapoter \
crawler criser crisser crouler croupionner croupir croustiller crâner crépiter culminer
demeurer deviser digresser diner dinguer disserter dissoner divaguer diverger divorcer dodeliner douiller \
durer dysfonctionner déblatérer décamper déchanter décolérer décompenser déconner découcher découler \
décélérer déflagrer dégouliner dégoutter déjeuner délibérer délirer démissionner démordre démériter dépérir \
dérager dérailler déraisonner déraper déroger désalper désobéir détaler détoner détonner déverdir dîner
effleurir empiéter enquêter enrager ergoter errer exceller exciper excursionner exister exploser exulter
fabuler faiblir fainéanter fanfaronner fauconner fauter fayoter fayotter fermenter ferrailler feuler \
flageoler flamboyer flemmarder flipper flirter flouser fluctuer flâner foirer foisonner folâtrer fonctionner \
forcir forniquer fouiner fourgonner fourmiller fraterniser fraîchir frissonner froufrouter fructifier frémir \
frétiller fuguer fureter fuser
galéjer galérer gambader gazouiller germer gesticuler gicler gigoter giter glander glandouiller glatir \
glouglouter glousser godiller goguenarder graviter grelotter grenouiller grimacer grincer gringuer grisonner \
grésiller gueuletonner guincher gîter
haleter hennir herboriser hiberner hoqueter hululer hyperventiler hériter hésiter
immigrer imploser incomber influer insister intercéder interférer investiguer ironiser
jacasser japper jargonner jaser jeûner jogger jongler jouir jouter jubiler
lambiner larmoyer laïusser levretter loguer loucher louchir louvoyer luger luncher lutter légiférer lésiner \
léviter
maratoner marcher margoter marivauder marronner merder merdouiller meugler miauler militer minauder mincir \
miroiter moiter monologuer motionner moufter mousser moutonner musarder
naufrager naviguer neiger nidifier nocer nordir
objurguer obliquer obtempérer obvier occurrer officier opiner opter orbiter osciller ovuler
pactiser pagayer palabrer palpiter pantoufler papillonner papoter parader paresser parlementer participer \
partouzer patauger patienter patrouiller pelucher pendiller pendouiller perdurer performer perquisitionner \
persister persévérer pester petit-déjeuner phaser philosopher phosphorer piaffer piailler piauler piluler \
pinailler pioncer pique-niquer piqueniquer pirouetter pitonner plancher pleurnicher poireauter polissonner \
polémiquer pontifier postillonner potiner pouffer pouliner pouponner processionner procéder profiter \
progresser proliférer prospérer prédominer préexister préjudicier préluder prévariquer pulluler pâtir \
pâtisser pécher pédaler pépier péricliter périphraser périr pérorer pérégriner pétarader pétiller \
pétitionner pétuner
radoter raffoler rager raguer ramper randonner rapiner rappliquer ratiociner rebaisser rebrûler recauser \
rechigner rechuter refluer refonctionner regorger rejaillir remarcher remédier renâcler resplendir \
ressembler ressurgir resurgir retentir retéléphoner revirer ricaner ricocher rigoler ripailler rivaliser \
rognonner ronchonner ronfler ronronner roter rougeoyer roupiller rouscailler rouspéter ruisseler rupiner \
ruser rutiler râler réagir réchapper récidiver récliner récriminer régner régresser réseauter résider \
résister résonner rétroagir rétropédaler réveillonner réémerger rêvasser rôder
saisonner saliver sangloter sautiller scintiller scroller sembler serpenter siéger skater skier slalomer \
slamer soliloquer sombrer sommeiller somnoler songer sonnailler souper sourciller spiraler sporuler sprinter \
spéculer stagner stationner subsister succomber succéder suppurer surabonder surcouper surenchérir surfer \
surgir surnager surréagir sursauter swinguer sympathiser séjourner sévir
tabler taffer tanguer tapager tapiner tarder tatillonner tchatcher tchatter tempêter tergiverser \
tintinnabuler tiquer tituber tonitruer tonner toréer tourbillonner tournicoter tourniquer tournoyer tousser \
toussoter traficoter transiger transmigrer traînailler trembler trembloter tressauter tricher trimer \
trinquer triompher trottiner trouilloter trépasser trépider trôner twerker twister tâtonner ténoriser
ululer
vaciller vadrouiller vagabonder valdinguer vaquer varapper vasouiller vaticiner verbiager verdoyer verglacer \
vieller villégiaturer virevolter vivoter voguer voleter volleyer volter voltiger voyager vrombir végéter \
vétiller
zigzaguer zozoter zézayer
émaner émerger émigrer équivoquer éternuer étinceler évoluer
œuvrer
";
