//! Batches: raw articles to reports, in the order of the input, on one thread or on several.
//!
//! In: the inputs and what to make of a report. Out: the bytes made of each article, or its error. A panic on one article
//! becomes an error that names it: « Selon KCNA, … » in the next one is still read. The bytes do not depend on the jobs.

use std::cell::RefCell;
use std::io;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::input::{Inputs, Raw};
use crate::config::Config;
use crate::contract::Report;
use crate::{Analyser, Analysis, Article, Error, Limits, Scratch};

/// Bytes of input that a batch holds, about.
const WEIGHT: usize = 8 << 20;
/// Articles that a batch holds at most.
const COUNT: usize = 2048;

/// How the articles are analysed.
pub(super) struct Run<'a> {
    pub(super) analyser: &'a Analyser,
    pub(super) config: &'a Config,
    pub(super) limits: Limits,
    pub(super) jobs: usize,
}

/// An article that was read just now.
pub(super) struct Read<'a> {
    pub(super) article: &'a Article,
    pub(super) analysis: &'a Analysis,
    /// Still holds what the reading needed.
    pub(super) scratch: &'a mut Scratch,
}

/// What became of one article: where its bytes are, and what else is known of it.
type Made<T> = Result<(Range<usize>, T), Error>;

impl Run<'_> {
    /// Makes bytes of each report with `show`, and hands them or the error to `take`, in the order of the input.
    pub(super) fn each<T: Send>(
        &self,
        inputs: Inputs,
        show: impl Fn(&Article, Report, &mut Vec<u8>) -> T + Sync,
        take: impl FnMut(Result<(&[u8], T), Error>) -> io::Result<()>,
    ) -> io::Result<()> {
        let show = |read: Read<'_>, bytes: &mut Vec<u8>| {
            let report = self.analyser.report(read.article, read.analysis);
            show(read.article, report, bytes)
        };
        self.each_analysis(inputs, show, take)
    }

    /// Makes bytes of each analysis with `show`, before a report is built of it; else as [`Self::each`].
    pub(super) fn each_analysis<T: Send>(
        &self,
        inputs: Inputs,
        show: impl Fn(Read<'_>, &mut Vec<u8>) -> T + Sync,
        mut take: impl FnMut(Result<(&[u8], T), Error>) -> io::Result<()>,
    ) -> io::Result<()> {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(|info| {
            let place = info.location().map(ToString::to_string).unwrap_or_default();
            let said = info.payload_as_str().unwrap_or("no message");
            let _ = LAST.try_with(|last| last.replace(format!("{said} ({place})")));
        }));
        let done = match self.pool() {
            Some(pool) => self.parallel(&pool, inputs, &show, &mut take),
            None => self.serial(inputs, &show, &mut take),
        };
        std::panic::set_hook(before);
        done
    }

    /// The threads; none for one job, or when the system has none to give.
    fn pool(&self) -> Option<rayon::ThreadPool> {
        let build = || {
            rayon::ThreadPoolBuilder::new()
                .num_threads(self.jobs)
                .build()
                .ok()
        };
        (self.jobs > 1).then(build).flatten()
    }

    fn serial<T>(
        &self,
        mut inputs: Inputs,
        show: &impl Fn(Read<'_>, &mut Vec<u8>) -> T,
        take: &mut impl FnMut(Result<(&[u8], T), Error>) -> io::Result<()>,
    ) -> io::Result<()> {
        let (mut raw, mut scratch, mut bytes) = (Raw::default(), Scratch::default(), Vec::new());
        while inputs.fill(&mut raw) {
            bytes.clear();
            let made = self.one(&mut raw, &mut scratch, show, &mut bytes);
            take(made.map(|(_, more)| (bytes.as_slice(), more)))?;
        }
        Ok(())
    }

    fn parallel<T: Send>(
        &self,
        pool: &rayon::ThreadPool,
        mut inputs: Inputs,
        show: &(impl Fn(Read<'_>, &mut Vec<u8>) -> T + Sync),
        take: &mut impl FnMut(Result<(&[u8], T), Error>) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut batch: Vec<Raw> = Vec::new();
        // What a scratch has learned of words serves the next share too.
        let scratches = Mutex::new(Vec::new());
        loop {
            let count = gather(&mut inputs, &mut batch);
            if count == 0 {
                return Ok(());
            }
            let raws = batch.get_mut(..count).unwrap_or_default();
            let share = count.div_ceil(self.jobs * 8);
            let shares = pool.install(|| {
                raws.par_chunks_mut(share)
                    .map(|raws| self.share(raws, &scratches, show))
                    .collect::<Vec<_>>()
            });
            for (bytes, made) in shares {
                for one in made {
                    take(one.map(|(place, more)| (bytes.get(place).unwrap_or_default(), more)))?;
                }
            }
        }
    }

    /// Analyses some articles one after the other.
    fn share<T>(
        &self,
        raws: &mut [Raw],
        scratches: &Mutex<Vec<Scratch>>,
        show: &impl Fn(Read<'_>, &mut Vec<u8>) -> T,
    ) -> (Vec<u8>, Vec<Made<T>>) {
        let lock = || scratches.lock().unwrap_or_else(PoisonError::into_inner);
        let mut scratch = lock().pop().unwrap_or_default();
        let mut bytes = Vec::new();
        let made = raws
            .iter_mut()
            .map(|raw| self.one(raw, &mut scratch, show, &mut bytes))
            .collect();
        lock().push(scratch);
        (bytes, made)
    }

    /// Analyses one article and adds what `show` makes of it to `bytes`.
    fn one<T>(
        &self,
        raw: &mut Raw,
        scratch: &mut Scratch,
        show: &impl Fn(Read<'_>, &mut Vec<u8>) -> T,
        bytes: &mut Vec<u8>,
    ) -> Made<T> {
        let mut article = raw.article(&self.limits)?;
        self.config.name_outlet(&mut article);
        let start = bytes.len();
        let made = guarded(raw.name(), || {
            let analysis = self.analyser.analyse_with(scratch, &article);
            let read = Read {
                article: &article,
                analysis: &analysis,
                scratch,
            };
            show(read, bytes)
        });
        if made.is_err() {
            *scratch = Scratch::default();
            bytes.truncate(start);
        }
        made.map(|more| (start..bytes.len(), more))
    }
}

/// Fills the batch, using its buffers again, and tells how many articles it holds.
fn gather(inputs: &mut Inputs, batch: &mut Vec<Raw>) -> usize {
    let (mut count, mut weight) = (0, 0);
    while count < COUNT && weight < WEIGHT {
        if batch.len() == count {
            batch.push(Raw::default());
        }
        let Some(raw) = batch.get_mut(count) else {
            break;
        };
        if !inputs.fill(raw) {
            break;
        }
        weight += raw.weight();
        count += 1;
    }
    count
}

thread_local! {
    /// What the last panic of this thread said.
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs `work`; a panic becomes an error that names the article.
fn guarded<T>(name: &str, work: impl FnOnce() -> T) -> Result<T, Error> {
    // What `work` may leave half done, the scratch and the bytes, is thrown away by the caller.
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Error::Internal {
        name: name.to_owned(),
        problem: LAST.with(RefCell::take),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_a_panic_into_an_error_that_names_the_article() {
        let failed = guarded::<()>("a.txt", || panic!("on purpose"));
        assert!(matches!(failed, Err(Error::Internal { name, .. }) if name == "a.txt"));
        assert_eq!(guarded("a.txt", || 3), Ok(3));
    }
}
