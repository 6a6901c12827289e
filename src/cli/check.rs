//! `selon check`: what is read otherwise than the snapshots say.
//!
//! In: articles, and a folder of snapshots. Out: the differences claim by claim, by article, whatever the order of the input: that
//! « Selon KCNA, … » has lost its source is one line.

mod store;
mod tell;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use self::store::Store;
use self::tell::Told;
use super::batch::{Read, Run};
use super::output::{complain, stdout};
use super::settings::{Choices, tell_unused};
use super::{Exit, Reading};
use crate::catalogue::Lang;
use crate::check::{Difference, Snapshot, compare};
use crate::config::Policy;
use crate::{Error, Limits};

/// The arguments of `selon check`.
#[derive(Args)]
pub(super) struct Check {
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    choices: Choices,
    /// Folder of the snapshots, one file an article
    #[arg(long, value_name = "DIR")]
    baseline: PathBuf,
    /// Write what is read now into the snapshots
    #[arg(long)]
    update: bool,
    /// With --update: delete the snapshots of articles that this run has not read
    #[arg(long, requires = "update")]
    prune: bool,
    /// Language of the report [default: the locale's]
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// How an article stands to its snapshot.
enum State {
    Same,
    /// There is no snapshot yet.
    New(Snapshot),
    Changed(Snapshot, Vec<Difference>),
}

/// What was found, by the name of the article.
#[derive(Default)]
struct Found {
    names: BTreeSet<String>,
    states: BTreeMap<String, State>,
    unsound: bool,
}

impl Check {
    /// Tells the differences and how the run ended.
    pub(super) fn run(&self) -> io::Result<Exit> {
        let config = self.reading.config().map_err(io::Error::other)?;
        let policy = self.choices.policy(config).map_err(io::Error::other)?;
        let store = Store::new(&self.baseline);
        let found = self.read(&policy, &store)?;
        tell_unused(&policy);
        let stale = store.others(&found.names).map_err(io::Error::other)?;
        let lang = self.lang.unwrap_or_else(Lang::from_environment);
        let mut told = Told::new(lang, self.update);
        for (name, state) in &found.states {
            match state {
                State::Same => {}
                State::New(_) => told.new_article(name),
                State::Changed(_, differences) => told.changed(name, differences),
            }
        }
        let pruned = self.prune && !found.unsound;
        for file in &stale {
            told.stale(file, pruned);
        }
        if self.update {
            self.accept(&store, &found, &stale)
                .map_err(io::Error::other)?;
        }
        let mut out = stdout();
        out.write_all(told.text(found.names.len()).as_bytes())?;
        out.flush()?;
        let differs = !stale.is_empty() && !pruned || !self.update && !found.states.is_empty();
        Ok(match (found.unsound, differs) {
            (true, _) => Exit::Unread,
            (false, true) => Exit::Found,
            (false, false) => Exit::Clean,
        })
    }

    fn read(&self, policy: &Policy, store: &Store) -> io::Result<Found> {
        let (analyser, sound) = self.reading.analyser(policy.config());
        let limits = Limits::default();
        let run = Run {
            analyser: &analyser,
            config: policy.config(),
            limits,
            jobs: self.reading.jobs(),
        };
        let choice = policy.choice();
        let mut found = Found {
            unsound: !sound,
            ..Found::default()
        };
        let show = |read: Read<'_>, _: &mut Vec<u8>| {
            let (article, analysis) = (read.article, read.analysis);
            let findings = analyser.audit_with(read.scratch, article, analysis, &choice);
            let report = analyser.audited(article, analysis, &findings, Lang::En);
            let report = policy.apply(&article.text, report).report;
            let name = store.name(&report.article);
            let state = state(store, Snapshot::new(name.clone(), &report));
            (name, state)
        };
        run.each_analysis(self.reading.inputs(limits), show, |made| {
            let kept = made
                .and_then(|(_, (name, state))| Ok((name, state?)))
                .and_then(|(name, state)| found.keep(name, state));
            if let Err(error) = kept {
                complain(&error);
                found.unsound = true;
            }
            Ok(())
        })?;
        Ok(found)
    }

    fn accept(&self, store: &Store, found: &Found, stale: &[String]) -> Result<(), Error> {
        for state in found.states.values() {
            if let State::New(snapshot) | State::Changed(snapshot, _) = state {
                store.write(snapshot)?;
            }
        }
        if self.prune && !found.unsound {
            stale.iter().try_for_each(|file| store.remove(file))?;
        }
        Ok(())
    }
}

impl Found {
    /// Keeps how an article stands; two articles of one name cannot have one snapshot.
    fn keep(&mut self, name: String, state: State) -> Result<(), Error> {
        if !self.names.insert(name.clone()) {
            return Err(Error::Input {
                name,
                problem: "expected one article of this name, found another one".to_owned(),
                help: "articles are named by their path below the folder that the snapshots lie in, and by their id"
                    .to_owned(),
            });
        }
        if !matches!(state, State::Same) {
            self.states.insert(name, state);
        }
        Ok(())
    }
}

fn state(store: &Store, now: Snapshot) -> Result<State, Error> {
    let Some(before) = store.read(&now.article)? else {
        return Ok(State::New(now));
    };
    let differences = compare(&before, &now);
    Ok(if differences.is_empty() {
        State::Same
    } else {
        State::Changed(now, differences)
    })
}
