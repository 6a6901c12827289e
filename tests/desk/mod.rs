//! A folder to run the program in, and what one run left.
//!
//! In: files and arguments, such as a file with « Selon KCNA, le tir a eu lieu vendredi. » Out: streams and exit code.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A folder of its own for one test.
pub(crate) struct Desk(PathBuf);

impl Desk {
    pub(crate) fn new(test: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("the folder for the test can be made");
        Self(path)
    }

    /// Writes a file and gives its name.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a file has a folder"))
            .expect("the folder can be made");
        fs::write(&path, bytes).expect("the file can be written");
        name.to_owned()
    }

    /// Reads a file that the program has written.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("the file can be read")
    }

    /// Gives the path of a file for the arguments of a program.
    pub(crate) fn path(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_selon"));
        command
            .args(arguments)
            .current_dir(&self.0)
            .env_remove("CLICOLOR_FORCE")
            .env_remove("NO_COLOR");
        command
    }

    pub(crate) fn selon(&self, arguments: &[&str]) -> Run {
        Run::of(
            self.command(arguments)
                .stdin(Stdio::null())
                .output()
                .expect("the program starts"),
        )
    }

    pub(crate) fn fed(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut command = self.command(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        child
            .stdin
            .take()
            .expect("it has an input")
            .write_all(input)
            .expect("it reads");
        Run::of(child.wait_with_output().expect("the program ends"))
    }
}

/// What one run left.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) complaint: String,
}

impl Run {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the output is UTF-8");
        Self {
            code: output.status.code(),
            out: text(output.stdout),
            complaint: text(output.stderr),
        }
    }

    pub(crate) fn lines(&self) -> Vec<serde_json::Value> {
        let read = |line| serde_json::from_str(line).expect("every line is an object");
        self.out.lines().map(read).collect()
    }

    pub(crate) fn ids(&self) -> Vec<String> {
        let id = |report: &serde_json::Value| {
            report["article"]["id"]
                .as_str()
                .unwrap_or_default()
                .to_owned()
        };
        self.lines().iter().map(id).collect()
    }

    /// Holds that `input` was complained about with a hint, and that the sound article was read all the same.
    pub(crate) fn complains(&self, about: &str, problem: &str) {
        assert_eq!(self.code, Some(2), "{}", self.complaint);
        assert!(
            self.complaint.contains(&format!("`{about}`")),
            "{}",
            self.complaint
        );
        assert!(self.complaint.contains(problem), "{}", self.complaint);
        assert!(self.complaint.contains("help: "), "{}", self.complaint);
        assert_eq!(self.ids(), ["good.txt"], "{}", self.complaint);
    }
}
