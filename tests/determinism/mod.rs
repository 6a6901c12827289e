//! The same bytes for the same article, whatever was read before, beside it, or in which order.
//!
//! In: the articles of `tests/articles`. Out: their reports as JSON, compared byte for byte: an article about « la tempête
//! Barnabé » leaves nothing behind in the buffers of the next.

use std::collections::BTreeMap;
use std::thread;

use selon::{Analyser, Article, Scratch};

use crate::corpus::{ANALYSER, Sample, articles};

const fn shared_between_threads<T: Send + Sync>() {}
const _: () = shared_between_threads::<Analyser>();
const fn moved_to_a_thread<T: Send>() {}
const _: () = moved_to_a_thread::<Scratch>();

type Reports = BTreeMap<String, Vec<u8>>;

fn json(scratch: &mut Scratch, sample: &Sample) -> Vec<u8> {
    let article = Article::from_text(&sample.name, &sample.text);
    let analysis = ANALYSER.analyse_with(scratch, &article);
    let mut bytes = Vec::new();
    selon::report::json::compact(&ANALYSER.report(&article, &analysis), &mut bytes);
    bytes
}

fn fresh(samples: &[Sample]) -> Reports {
    samples
        .iter()
        .map(|s| (s.name.clone(), json(&mut Scratch::default(), s)))
        .collect()
}

fn reused<'a>(samples: impl Iterator<Item = &'a Sample>) -> Reports {
    let mut scratch = Scratch::default();
    samples
        .map(|s| (s.name.clone(), json(&mut scratch, s)))
        .collect()
}

fn hold_same(expected: &Reports, found: &Reports, how: &str) {
    assert_eq!(expected.len(), found.len(), "{how}");
    for (name, bytes) in expected {
        let other = found.get(name).map(|b| String::from_utf8_lossy(b));
        assert_eq!(
            other.as_deref(),
            Some(&*String::from_utf8_lossy(bytes)),
            "{name}, {how}"
        );
    }
}

#[test]
fn gives_the_same_bytes_in_any_order() {
    let samples = articles();
    let expected = fresh(&samples);
    hold_same(&expected, &fresh(&samples), "a second time");
    hold_same(&expected, &reused(samples.iter()), "in order");
    hold_same(&expected, &reused(samples.iter().rev()), "in reverse");
    let (even, odd): (Vec<_>, Vec<_>) = samples.iter().enumerate().partition(|(at, _)| at % 2 == 0);
    let dealt = odd.into_iter().chain(even).map(|(_, sample)| sample);
    hold_same(&expected, &reused(dealt), "every other one first");
}

#[test]
fn leaves_nothing_of_an_article_in_the_buffers() {
    let samples = articles();
    let expected = fresh(&samples);
    let mut scratch = Scratch::default();
    let hostile = Sample {
        name: "hostile".to_owned(),
        text: "« “ Selon KCNA, citant le Kremlin, \n".repeat(200),
    };
    for sample in &samples {
        json(&mut scratch, &hostile);
        let found = json(&mut scratch, sample);
        assert_eq!(expected.get(&sample.name), Some(&found), "{}", sample.name);
    }
}

#[test]
fn gives_the_same_bytes_in_several_threads() {
    let samples = articles();
    let expected = fresh(&samples);
    let found: Vec<Reports> = thread::scope(|scope| {
        let workers: Vec<_> = (0..3)
            .map(|_| scope.spawn(|| reused(samples.iter())))
            .collect();
        workers
            .into_iter()
            .map(|worker| worker.join().expect("the analysis does not panic"))
            .collect()
    });
    for reports in &found {
        hold_same(&expected, reports, "in a thread");
    }
}
