//! Verbs in full, against what the module makes of them; the table was compared with the dictionary cell by cell.

use super::{Auxiliary, Inflection, Mood, Tense, auxiliary, conjugate};
use std::collections::BTreeSet;

/// Infinitive | third singular and plural of: present, imperfect, past historic, future, conditional, subjunctive
/// present, subjunctive imperfect; then the present participle and the four forms of the past participle.
const TABLE: &str = "\
être | est sont était étaient fut furent sera seront serait seraient soit soient fût fussent étant été - - -
avoir | a ont avait avaient eut eurent aura auront aurait auraient ait aient eût eussent ayant eu eus eue eues
aller | va vont allait allaient alla allèrent ira iront irait iraient aille aillent allât allassent allant allé allés allée allées
annoncer | annonce annoncent annonçait annonçaient annonça annoncèrent annoncera annonceront annoncerait annonceraient annonce annoncent annonçât annonçassent annonçant annoncé annoncés annoncée annoncées
manger | mange mangent mangeait mangeaient mangea mangèrent mangera mangeront mangerait mangeraient mange mangent mangeât mangeassent mangeant mangé mangés mangée mangées
payer | paie/paye paient/payent payait payaient paya payèrent paiera/payera paieront/payeront paierait/payerait paieraient/payeraient paie/paye paient/payent payât payassent payant payé payés payée payées
noyer | noie noient noyait noyaient noya noyèrent noiera noieront noierait noieraient noie noient noyât noyassent noyant noyé noyés noyée noyées
appuyer | appuie appuient appuyait appuyaient appuya appuyèrent appuiera appuieront appuierait appuieraient appuie appuient appuyât appuyassent appuyant appuyé appuyés appuyée appuyées
envoyer | envoie envoient envoyait envoyaient envoya envoyèrent enverra enverront enverrait enverraient envoie envoient envoyât envoyassent envoyant envoyé envoyés envoyée envoyées
lever | lève lèvent levait levaient leva levèrent lèvera lèveront lèverait lèveraient lève lèvent levât levassent levant levé levés levée levées
céder | cède cèdent cédait cédaient céda cédèrent cèdera/cédera cèderont/céderont cèderait/céderait cèderaient/céderaient cède cèdent cédât cédassent cédant cédé cédés cédée cédées
protéger | protège protègent protégeait protégeaient protégea protégèrent protègera/protégera protègeront/protégeront protègerait/protégerait protègeraient/protégeraient protège protègent protégeât protégeassent protégeant protégé protégés protégée protégées
appeler | appelle appellent appelait appelaient appela appelèrent appellera appelleront appellerait appelleraient appelle appellent appelât appelassent appelant appelé appelés appelée appelées
jeter | jette jettent jetait jetaient jeta jetèrent jettera jetteront jetterait jetteraient jette jettent jetât jetassent jetant jeté jetés jetée jetées
acheter | achète achètent achetait achetaient acheta achetèrent achètera achèteront achèterait achèteraient achète achètent achetât achetassent achetant acheté achetés achetée achetées
geler | gèle gèlent gelait gelaient gela gelèrent gèlera gèleront gèlerait gèleraient gèle gèlent gelât gelassent gelant gelé gelés gelée gelées
renouveler | renouvelle/renouvèle renouvellent/renouvèlent renouvelait renouvelaient renouvela renouvelèrent renouvellera/renouvèlera renouvelleront/renouvèleront renouvellerait/renouvèlerait renouvelleraient/renouvèleraient renouvelle/renouvèle renouvellent/renouvèlent renouvelât renouvelassent renouvelant renouvelé renouvelés renouvelée renouvelées
interpeller | interpelle interpellent interpellait interpellaient interpella interpellèrent interpellera interpelleront interpellerait interpelleraient interpelle interpellent interpellât interpellassent interpellant interpellé interpellés interpellée interpellées
créer | crée créent créait créaient créa créèrent créera créeront créerait créeraient crée créent créât créassent créant créé créés créée créées
finir | finit finissent finissait finissaient finit finirent finira finiront finirait finiraient finisse finissent finît finissent finissant fini finis finie finies
haïr | hait haïssent haïssait haïssaient haït haïrent haïra haïront haïrait haïraient haïsse haïssent haït haïssent haïssant haï haïs haïe haïes
partir | part partent partait partaient partit partirent partira partiront partirait partiraient parte partent partît partissent partant parti partis partie parties
démentir | dément démentent démentait démentaient démentit démentirent démentira démentiront démentirait démentiraient démente démentent démentît démentissent démentant démenti démentis démentie démenties
sortir | sort sortent sortait sortaient sortit sortirent sortira sortiront sortirait sortiraient sorte sortent sortît sortissent sortant sorti sortis sortie sorties
dormir | dort dorment dormait dormaient dormit dormirent dormira dormiront dormirait dormiraient dorme dorment dormît dormissent dormant dormi - - -
servir | sert servent servait servaient servit servirent servira serviront servirait serviraient serve servent servît servissent servant servi servis servie servies
courir | court courent courait couraient courut coururent courra courront courrait courraient coure courent courût courussent courant couru courus courue courues
mourir | meurt meurent mourait mouraient mourut moururent mourra mourront mourrait mourraient meure meurent mourût mourussent mourant mort morts morte mortes
venir | vient viennent venait venaient vint vinrent viendra viendront viendrait viendraient vienne viennent vînt vinssent venant venu venus venue venues
tenir | tient tiennent tenait tenaient tint tinrent tiendra tiendront tiendrait tiendraient tienne tiennent tînt tinssent tenant tenu tenus tenue tenues
acquérir | acquiert acquièrent acquérait acquéraient acquit acquirent acquerra acquerront acquerrait acquerraient acquière acquièrent acquît acquissent acquérant acquis acquis acquise acquises
ouvrir | ouvre ouvrent ouvrait ouvraient ouvrit ouvrirent ouvrira ouvriront ouvrirait ouvriraient ouvre ouvrent ouvrît ouvrissent ouvrant ouvert ouverts ouverte ouvertes
offrir | offre offrent offrait offraient offrit offrirent offrira offriront offrirait offriraient offre offrent offrît offrissent offrant offert offerts offerte offertes
cueillir | cueille cueillent cueillait cueillaient cueillit cueillirent cueillera cueilleront cueillerait cueilleraient cueille cueillent cueillît cueillissent cueillant cueilli cueillis cueillie cueillies
assaillir | assaille assaillent assaillait assaillaient assaillit assaillirent assaillira assailliront assaillirait assailliraient assaille assaillent assaillît assaillissent assaillant assailli assaillis assaillie assaillies
bouillir | bout bouillent bouillait bouillaient bouillit bouillirent bouillira bouilliront bouillirait bouilliraient bouille bouillent bouillît bouillissent bouillant bouilli bouillis bouillie bouillies
fuir | fuit fuient fuyait fuyaient fuit fuirent fuira fuiront fuirait fuiraient fuie fuient fuît fuissent fuyant fui fuis fuie fuies
vêtir | vêt vêtent vêtait vêtaient vêtit vêtirent vêtira vêtiront vêtirait vêtiraient vête vêtent vêtît vêtissent vêtant vêtu vêtus vêtue vêtues
voir | voit voient voyait voyaient vit virent verra verront verrait verraient voie voient vît vissent voyant vu vus vue vues
prévoir | prévoit prévoient prévoyait prévoyaient prévit prévirent prévoira prévoiront prévoirait prévoiraient prévoie prévoient prévît prévissent prévoyant prévu prévus prévue prévues
pourvoir | pourvoit pourvoient pourvoyait pourvoyaient pourvut pourvurent pourvoira pourvoiront pourvoirait pourvoiraient pourvoie pourvoient pourvût pourvussent pourvoyant pourvu pourvus pourvue pourvues
recevoir | reçoit reçoivent recevait recevaient reçut reçurent recevra recevront recevrait recevraient reçoive reçoivent reçût reçussent recevant reçu reçus reçue reçues
devoir | doit doivent devait devaient dut durent devra devront devrait devraient doive doivent dût dussent devant dû dus due dues
pouvoir | peut peuvent pouvait pouvaient put purent pourra pourront pourrait pourraient puisse puissent pût pussent pouvant pu - - -
vouloir | veut veulent voulait voulaient voulut voulurent voudra voudront voudrait voudraient veuille veuillent voulût voulussent voulant voulu voulus voulue voulues
savoir | sait savent savait savaient sut surent saura sauront saurait sauraient sache sachent sût sussent sachant su sus sue sues
valoir | vaut valent valait valaient valut valurent vaudra vaudront vaudrait vaudraient vaille vaillent valût valussent valant valu valus value values
falloir | faut - fallait - fallut - faudra - faudrait - faille - fallût - - fallu - - -
pleuvoir | pleut pleuvent pleuvait pleuvaient plut plurent pleuvra pleuvront pleuvrait pleuvraient pleuve pleuvent plût plussent pleuvant plu - - -
promouvoir | promeut promeuvent promouvait promouvaient promut promurent promouvra promouvront promouvrait promouvraient promeuve promeuvent promût promussent promouvant promu promus promue promues
asseoir | assied/assoit asseyent/assoient asseyait/assoyait asseyaient/assoyaient assit assirent assiéra/assoira assiéront/assoiront assiérait/assoirait assiéraient/assoiraient asseye/assoie asseyent/assoient assît assissent asseyant/assoyant assis assis assise assises
rendre | rend rendent rendait rendaient rendit rendirent rendra rendront rendrait rendraient rende rendent rendît rendissent rendant rendu rendus rendue rendues
prendre | prend prennent prenait prenaient prit prirent prendra prendront prendrait prendraient prenne prennent prît prissent prenant pris pris prise prises
battre | bat battent battait battaient battit battirent battra battront battrait battraient batte battent battît battissent battant battu battus battue battues
mettre | met mettent mettait mettaient mit mirent mettra mettront mettrait mettraient mette mettent mît missent mettant mis mis mise mises
rompre | rompt rompent rompait rompaient rompit rompirent rompra rompront romprait rompraient rompe rompent rompît rompissent rompant rompu rompus rompue rompues
dire | dit disent disait disaient dit dirent dira diront dirait diraient dise disent dît dissent disant dit dits dite dites
contredire | contredit contredisent contredisait contredisaient contredit contredirent contredira contrediront contredirait contrediraient contredise contredisent contredît contredissent contredisant contredit contredits contredite contredites
maudire | maudit maudissent maudissait maudissaient maudit maudirent maudira maudiront maudirait maudiraient maudisse maudissent maudît maudissent maudissant maudit maudits maudite maudites
lire | lit lisent lisait lisaient lut lurent lira liront lirait liraient lise lisent lût lussent lisant lu lus lue lues
élire | élit élisent élisait élisaient élut élurent élira éliront élirait éliraient élise élisent élût élussent élisant élu élus élue élues
écrire | écrit écrivent écrivait écrivaient écrivit écrivirent écrira écriront écrirait écriraient écrive écrivent écrivît écrivissent écrivant écrit écrits écrite écrites
conduire | conduit conduisent conduisait conduisaient conduisit conduisirent conduira conduiront conduirait conduiraient conduise conduisent conduisît conduisissent conduisant conduit conduits conduite conduites
nuire | nuit nuisent nuisait nuisaient nuisit nuisirent nuira nuiront nuirait nuiraient nuise nuisent nuisît nuisissent nuisant nui - - -
suffire | suffit suffisent suffisait suffisaient suffit suffirent suffira suffiront suffirait suffiraient suffise suffisent suffît suffissent suffisant suffi - - -
rire | rit rient riait riaient rit rirent rira riront rirait riraient rie rient rît rissent riant ri - - -
suivre | suit suivent suivait suivaient suivit suivirent suivra suivront suivrait suivraient suive suivent suivît suivissent suivant suivi suivis suivie suivies
vivre | vit vivent vivait vivaient vécut vécurent vivra vivront vivrait vivraient vive vivent vécût vécussent vivant vécu vécus vécue vécues
croire | croit croient croyait croyaient crut crurent croira croiront croirait croiraient croie croient crût crussent croyant cru crus crue crues
boire | boit boivent buvait buvaient but burent boira boiront boirait boiraient boive boivent bût bussent buvant bu bus bue bues
faire | fait font faisait faisaient fit firent fera feront ferait feraient fasse fassent fît fissent faisant fait faits faite faites
plaire | plait/plaît plaisent plaisait plaisaient plut plurent plaira plairont plairait plairaient plaise plaisent plût plussent plaisant plu - - -
taire | tait taisent taisait taisaient tut turent taira tairont tairait tairaient taise taisent tût tussent taisant tu tus tue tues
connaître | connait/connaît connaissent connaissait connaissaient connut connurent connaitra/connaîtra connaitront/connaîtront connaitrait/connaîtrait connaitraient/connaîtraient connaisse connaissent connût connussent connaissant connu connus connue connues
paraître | parait/paraît paraissent paraissait paraissaient parut parurent paraitra/paraîtra paraitront/paraîtront paraitrait/paraîtrait paraitraient/paraîtraient paraisse paraissent parût parussent paraissant paru parus parue parues
naître | nait/naît naissent naissait naissaient naquit naquirent naitra/naîtra naitront/naîtront naitrait/naîtrait naitraient/naîtraient naisse naissent naquît naquissent naissant né nés née nées
croître | croît croissent croissait croissaient crût crûrent croitra/croîtra croitront/croîtront croitrait/croîtrait croitraient/croîtraient croisse croissent crût crûssent croissant crû crus crue crues
accroître | accroit/accroît accroissent accroissait accroissaient accrut accrurent accroitra/accroîtra accroitront/accroîtront accroitrait/accroîtrait accroitraient/accroîtraient accroisse accroissent accrût accrussent accroissant accru accrus accrue accrues
craindre | craint craignent craignait craignaient craignit craignirent craindra craindront craindrait craindraient craigne craignent craignît craignissent craignant craint craints crainte craintes
peindre | peint peignent peignait peignaient peignit peignirent peindra peindront peindrait peindraient peigne peignent peignît peignissent peignant peint peints peinte peintes
joindre | joint joignent joignait joignaient joignit joignirent joindra joindront joindrait joindraient joigne joignent joignît joignissent joignant joint joints jointe jointes
coudre | coud cousent cousait cousaient cousit cousirent coudra coudront coudrait coudraient couse cousent cousît cousissent cousant cousu cousus cousue cousues
moudre | moud moulent moulait moulaient moulut moulurent moudra moudront moudrait moudraient moule moulent moulût moulussent moulant moulu moulus moulue moulues
résoudre | résout résolvent résolvait résolvaient résolut résolurent résoudra résoudront résoudrait résoudraient résolve résolvent résolût résolussent résolvant résolu résolus résolue résolues
dissoudre | dissout dissolvent dissolvait dissolvaient dissolut dissolurent dissoudra dissoudront dissoudrait dissoudraient dissolve dissolvent dissolût dissolussent dissolvant dissous/dissout dissous/dissouts dissoute dissoutes
vaincre | vainc vainquent vainquait vainquaient vainquit vainquirent vaincra vaincront vaincrait vaincraient vainque vainquent vainquît vainquissent vainquant vaincu vaincus vaincue vaincues
conclure | conclut concluent concluait concluaient conclut conclurent conclura concluront conclurait concluraient conclue concluent conclût conclussent concluant conclu conclus conclue conclues
inclure | inclut incluent incluait incluaient inclut inclurent inclura incluront inclurait incluraient inclue incluent inclût inclussent incluant inclus inclus incluse incluses
clore | clot/clôt closent - - - - clora cloront clorait cloraient close closent - - closant clos clos close closes
extraire | extrait extraient extrayait extrayaient - - extraira extrairont extrairait extrairaient extraie extraient - - extrayant extrait extraits extraite extraites
faillir | - - faillait faillaient faillit faillirent faillira failliront faillirait failliraient - - faillît faillissent faillant failli - - -
";

const TENSES: [(Mood, Tense); 7] = [
    (Mood::Indicative, Tense::Present),
    (Mood::Indicative, Tense::Imperfect),
    (Mood::Indicative, Tense::PastHistoric),
    (Mood::Indicative, Tense::Future),
    (Mood::Conditional, Tense::Present),
    (Mood::Subjunctive, Tense::Present),
    (Mood::Subjunctive, Tense::Imperfect),
];

fn conjugated(infinitive: &str) -> Vec<(String, Inflection)> {
    let mut forms = Vec::new();
    conjugate(infinitive, &mut |form, inflection| {
        forms.push((form.to_owned(), inflection));
    });
    forms
}

/// The forms of `infinitive` that fit, variants sorted and joined by `/`, or `-`.
fn cell(infinitive: &str, fits: impl Fn(&Inflection) -> bool) -> String {
    let forms = conjugated(infinitive);
    let variants: BTreeSet<&str> = forms
        .iter()
        .filter(|(_, inflection)| fits(inflection))
        .map(|(form, _)| form.as_str())
        .collect();
    if variants.is_empty() {
        "-".to_owned()
    } else {
        variants.into_iter().collect::<Vec<_>>().join("/")
    }
}

fn finite(infinitive: &str, mood: Mood, tense: Tense, person: u8, plural: bool) -> String {
    let wanted = Inflection {
        mood,
        tense,
        person,
        plural,
        feminine: false,
    };
    cell(infinitive, |inflection| *inflection == wanted)
}

fn present(infinitive: &str) -> [String; 6] {
    [
        (1, false),
        (2, false),
        (3, false),
        (1, true),
        (2, true),
        (3, true),
    ]
    .map(|(person, plural)| finite(infinitive, Mood::Indicative, Tense::Present, person, plural))
}

fn imperative(infinitive: &str) -> [String; 3] {
    [(2, false), (1, true), (2, true)].map(|(person, plural)| {
        finite(infinitive, Mood::Imperative, Tense::Present, person, plural)
    })
}

fn row(infinitive: &str) -> String {
    let mut cells = Vec::new();
    for (mood, tense) in TENSES {
        cells.extend([false, true].map(|plural| finite(infinitive, mood, tense, 3, plural)));
    }
    cells.push(cell(infinitive, |inflection| {
        inflection.mood == Mood::PresentParticiple
    }));
    for (feminine, plural) in [(false, false), (false, true), (true, false), (true, true)] {
        cells.push(cell(infinitive, |inflection| {
            inflection.mood == Mood::PastParticiple
                && (inflection.feminine, inflection.plural) == (feminine, plural)
        }));
    }
    cells.join(" ")
}

#[test]
fn conjugates_the_verbs_of_the_table() {
    for line in TABLE.lines() {
        let (infinitive, expected) = line.split_once(" | ").unwrap_or_default();
        assert_eq!(row(infinitive), expected, "{infinitive}");
    }
    assert!(TABLE.lines().count() >= 60);
}

#[test]
fn emits_the_infinitive_of_every_verb_of_the_table() {
    for infinitive in TABLE
        .lines()
        .filter_map(|line| Some(line.split_once(" | ")?.0))
    {
        let forms = cell(infinitive, |inflection| inflection.mood == Mood::Infinitive);
        assert!(
            forms.split('/').any(|form| form == infinitive),
            "{infinitive}: {forms}"
        );
    }
}

#[test]
fn doubles_the_consonant_of_appeler() {
    assert_eq!(
        present("rappeler"),
        [
            "rappelle",
            "rappelles",
            "rappelle",
            "rappelons",
            "rappelez",
            "rappellent"
        ]
    );
}

#[test]
fn accents_the_vowel_of_acheter() {
    assert_eq!(
        present("acheter"),
        [
            "achète",
            "achètes",
            "achète",
            "achetons",
            "achetez",
            "achètent"
        ]
    );
}

#[test]
fn leaves_the_e_of_rester_and_interviewer_alone() {
    assert_eq!(
        finite("rester", Mood::Indicative, Tense::Present, 3, false),
        "reste"
    );
    assert_eq!(
        finite("interviewer", Mood::Indicative, Tense::Present, 3, false),
        "interviewe"
    );
    assert_eq!(
        finite("annexer", Mood::Indicative, Tense::Future, 3, false),
        "annexera"
    );
}

#[test]
fn accents_across_gu_and_qu() {
    assert_eq!(
        finite("léguer", Mood::Indicative, Tense::Present, 3, false),
        "lègue"
    );
    assert_eq!(
        finite("disséquer", Mood::Indicative, Tense::Present, 3, true),
        "dissèquent"
    );
}

#[test]
fn keeps_c_and_g_soft_before_a_and_o_only() {
    assert_eq!(
        finite("annoncer", Mood::Indicative, Tense::Present, 1, true),
        "annonçons"
    );
    assert_eq!(
        finite("engager", Mood::Indicative, Tense::Imperfect, 3, false),
        "engageait"
    );
    assert_eq!(
        finite("engager", Mood::Subjunctive, Tense::Present, 1, true),
        "engagions"
    );
    assert_eq!(
        finite("annoncer", Mood::Indicative, Tense::PastHistoric, 3, true),
        "annoncèrent"
    );
}

#[test]
fn gives_both_future_spellings_of_céder() {
    assert_eq!(
        finite("céder", Mood::Indicative, Tense::Future, 3, false),
        "cèdera/cédera"
    );
}

#[test]
fn drops_the_s_of_the_imperative_after_mute_e_only() {
    assert_eq!(imperative("parler"), ["parle", "parlons", "parlez"]);
    assert_eq!(imperative("ouvrir"), ["ouvre", "ouvrons", "ouvrez"]);
    assert_eq!(imperative("finir"), ["finis", "finissons", "finissez"]);
    assert_eq!(imperative("aller"), ["va", "allons", "allez"]);
    assert_eq!(imperative("pouvoir"), ["-", "-", "-"]);
}

#[test]
fn keeps_dites_for_dire_and_redire_alone() {
    assert_eq!(
        finite("redire", Mood::Indicative, Tense::Present, 2, true),
        "redites"
    );
    assert_eq!(
        finite("interdire", Mood::Indicative, Tense::Present, 2, true),
        "interdisez"
    );
}

#[test]
fn tells_répartir_from_repartir() {
    assert_eq!(
        finite("répartir", Mood::Indicative, Tense::Present, 3, true),
        "répartissent"
    );
    assert_eq!(
        finite("repartir", Mood::Indicative, Tense::Present, 3, true),
        "repartent"
    );
    assert_eq!(
        finite("asservir", Mood::Indicative, Tense::Present, 3, true),
        "asservissent"
    );
}

#[test]
fn conjugates_derivatives_like_their_base() {
    let tests = [
        ("entreprendre", "entreprennent"),
        ("démettre", "démettent"),
        ("intervenir", "interviennent"),
        ("satisfaire", "satisfont"),
        ("prescrire", "prescrivent"),
        ("conquérir", "conquièrent"),
        ("disparaître", "disparaissent"),
        ("poursuivre", "poursuivent"),
        ("renvoyer", "renvoient"),
    ];
    for (infinitive, expected) in tests {
        assert_eq!(
            finite(infinitive, Mood::Indicative, Tense::Present, 3, true),
            expected
        );
    }
}

#[test]
fn knows_both_spellings_of_the_infinitive_of_paraître() {
    assert_eq!(
        cell("apparaître", |inflection| inflection.mood
            == Mood::Infinitive),
        "apparaitre/apparaître"
    );
    assert_eq!(row("apparaitre"), row("apparaître"));
}

#[test]
fn gives_one_participle_to_verbs_without_object() {
    for infinitive in ["insister", "réagir", "mentir", "nuire", "survivre"] {
        let count = conjugated(infinitive)
            .iter()
            .filter(|(_, inflection)| inflection.mood == Mood::PastParticiple)
            .count();
        assert_eq!(count, 1, "{infinitive}");
    }
}

#[test]
fn keeps_weather_and_fallout_to_the_third_person() {
    for infinitive in ["neiger", "résulter", "pleuvoir", "falloir"] {
        assert!(
            conjugated(infinitive)
                .iter()
                .all(|(_, inflection)| matches!(inflection.person, 0 | 3)),
            "{infinitive}"
        );
    }
}

#[test]
fn refuses_what_is_no_verb() {
    for word in ["", "er", "selon", "vouloire", "Kremlin", "soir", "occire"] {
        assert!(
            !conjugate(word, &mut |form, _| panic!("`{word}` gave `{form}`")),
            "{word}"
        );
    }
}

#[test]
fn reads_every_row_of_the_models() {
    for line in super::MODELS.lines() {
        assert_eq!(line.split('|').count(), 6, "{line}");
        assert_eq!(
            line.split('|')
                .nth(1)
                .map(|cells| cells.split_whitespace().count()),
            Some(6),
            "{line}"
        );
        let tail = line
            .trim_start_matches('^')
            .split([' ', '/'])
            .next()
            .unwrap_or_default();
        let infinitive = if tail == "ir" { "finir" } else { tail };
        let own = super::model(infinitive).map(|(_, row)| row);
        assert!(
            own == Some(line) || !line.starts_with('^'),
            "{line} is out of reach"
        );
    }
}

#[test]
fn keeps_the_lists_sorted_by_initial() {
    for line in super::INVARIABLE.lines() {
        assert!(
            line.split(' ')
                .all(|verb| verb.chars().next() == line.chars().next()),
            "{line}"
        );
    }
}

#[test]
fn knows_the_auxiliaries() {
    assert_eq!(auxiliary("intervenir"), Auxiliary::Etre);
    assert_eq!(auxiliary("prévenir"), Auxiliary::Avoir);
    assert_eq!(auxiliary("sortir"), Auxiliary::Either);
    assert_eq!(auxiliary("annoncer"), Auxiliary::Avoir);
}
