//! `selon audit`: what an auditor should look at, in the form that the desk wants.
//!
//! In: articles. Out: one document on standard output or in a file: a report for people, a table, annotations or JSON. In
//! « Selon KCNA, le tir a eu lieu vendredi. » the source is `KCNA` in each of them.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use clap::Args;

use super::batch::{Read, Run};
use super::formats::Formats;
use super::output::{complain, stdout, unwritten_file};
use super::settings::{Choices, Gate, tell_unused};
use super::{Exit, Reading};
use crate::config::{Baseline, Policy};
use crate::contract::{ArticleInfo, Finding, Level, Report};
use crate::report::Tally;
use crate::report::assemble::audited_line;
use crate::report::format::{Document, Format};
use crate::{Analyser, Error, Limits};

/// The arguments of `selon audit`.
#[derive(Args)]
pub(super) struct Audit {
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    formats: Formats,
    #[command(flatten)]
    choices: Choices,
    #[command(flatten)]
    gate: Gate,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Count only remarks that this file does not know
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write the remarks of this run to a file for --baseline, and count none of them
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    write_baseline: Option<PathBuf>,
}

/// What the run needs to know of one article besides its bytes.
struct Seen {
    tally: Option<Tally>,
    worst: Option<Level>,
    remarks: Option<(ArticleInfo, Vec<Finding>)>,
}

/// What the run has come to.
struct Sum {
    sound: bool,
    total: Tally,
    worst: Option<Level>,
    baseline: Option<Baseline>,
}

impl Audit {
    /// Writes the document and tells how the run ended.
    pub(super) fn run(&self) -> io::Result<Exit> {
        let policy = self.policy().map_err(io::Error::other)?;
        let (analyser, sound) = self.reading.analyser(policy.config());
        let format = self.formats.format(&analyser, self.output.as_deref());
        let format = format.map_err(io::Error::other)?;
        let write = |out: &mut dyn Write| self.write(&policy, (&analyser, sound), &*format, out);
        let sum = match &self.output {
            None => write(&mut stdout())?,
            Some(file) => {
                let told = |error: io::Error| match error.downcast::<Error>() {
                    Ok(error) => io::Error::other(error),
                    Err(error) => io::Error::other(unwritten_file(file, &error)),
                };
                let mut out = BufWriter::new(File::create(file).map_err(told)?);
                write(&mut out).map_err(told)?
            }
        };
        tell_unused(&policy);
        if let (Some(file), Some(baseline)) = (&self.write_baseline, &sum.baseline) {
            baseline.write(file).map_err(io::Error::other)?;
        }
        Ok(self.exit(&policy, &sum))
    }

    fn exit(&self, policy: &Policy, sum: &Sum) -> Exit {
        let gate = self.gate.level(policy.config());
        let counts = self.write_baseline.is_none();
        match sum.worst {
            _ if !sum.sound => Exit::Unread,
            Some(worst) if counts && gate.reached(worst) => Exit::Found,
            _ => Exit::Clean,
        }
    }

    fn policy(&self) -> Result<Policy, Error> {
        let policy = self.choices.policy(self.reading.config()?)?;
        let baseline = self.baseline.as_deref().map(Baseline::from_file);
        Ok(policy.with_baseline(baseline.transpose()?))
    }

    fn write(
        &self,
        policy: &Policy,
        (analyser, sound): (&Analyser, bool),
        format: &dyn Format,
        out: &mut dyn Write,
    ) -> io::Result<Sum> {
        let limits = Limits::default();
        let run = Run {
            analyser,
            config: policy.config(),
            limits,
            jobs: self.reading.jobs(),
        };
        let mut sum = Sum {
            sound,
            total: Tally::default(),
            worst: None,
            baseline: self.write_baseline.as_deref().map(Baseline::beside),
        };
        let mut document = format.document(out);
        let (choice, lang) = (policy.choice(), self.formats.lang());
        let hash = analyser.lexicon().hash();
        // A line is written straight from the analysis: nobody asks for the report in between.
        let straight = self.formats.is_lines() && self.write_baseline.is_none();
        let show = |read: Read<'_>, bytes: &mut Vec<u8>| {
            let (article, analysis) = (read.article, read.analysis);
            let findings = analyser.audit_with(read.scratch, article, analysis, &choice);
            if straight {
                let counted = policy.counted(article, findings);
                audited_line(article, analysis, hash, (&counted, lang), bytes);
                bytes.push(b'\n');
                return Seen::at(counted.iter().map(|finding| finding.level).max());
            }
            let report = analyser.audited(article, analysis, &findings, lang);
            let audited = policy.apply(&article.text, report);
            format.article(&audited, bytes);
            self.seen(&audited.report, format)
        };
        run.each_analysis(self.reading.inputs(limits), show, |made| {
            sum.take(made, &mut *document)
        })?;
        document.finish(&sum.total)?;
        Ok(sum)
    }

    fn seen(&self, report: &Report, format: &dyn Format) -> Seen {
        let keep = self.write_baseline.is_some();
        Seen {
            tally: format.sums_up().then(|| Tally::of(report)),
            worst: report.findings.iter().map(|finding| finding.level).max(),
            remarks: keep.then(|| (report.article.clone(), report.findings.clone())),
        }
    }
}

impl Seen {
    fn at(worst: Option<Level>) -> Self {
        Self {
            tally: None,
            worst,
            remarks: None,
        }
    }
}

impl Sum {
    /// Counts an article and hands its bytes on.
    fn take(
        &mut self,
        made: Result<(&[u8], Seen), Error>,
        document: &mut (dyn Document + '_),
    ) -> io::Result<()> {
        let (bytes, seen) = match made {
            Ok(made) => made,
            Err(error) => {
                complain(&error);
                document.skip(&error);
                self.sound = false;
                return Ok(());
            }
        };
        self.total.add(seen.tally.unwrap_or_default());
        self.worst = self.worst.max(seen.worst);
        if let (Some(baseline), Some((article, findings))) = (&mut self.baseline, seen.remarks) {
            baseline.add(&article, &findings);
        }
        document.push(bytes)
    }
}
