//! A browser, the page that is open in it, and everything that the page said or asked for.
//!
//! In: the HTML of a report on « Selon KCNA, le tir a eu lieu vendredi. ». Out: a [`Tab`] in which a test presses keys and clicks,
//! with the messages of its console and its requests.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chromiumoxide::cdp::browser_protocol::emulation::{MediaFeature, SetEmulatedMediaParams};
use chromiumoxide::cdp::browser_protocol::input::{DispatchKeyEventParams, DispatchKeyEventType};
use chromiumoxide::cdp::browser_protocol::log::{self, EventEntryAdded, LogEntryLevel};
use chromiumoxide::cdp::browser_protocol::network::{self, EventRequestWillBeSent};
use chromiumoxide::cdp::browser_protocol::page::CaptureScreenshotFormat;
use chromiumoxide::cdp::js_protocol::runtime::{
    ConsoleApiCalledType, EvaluateParams, EventConsoleApiCalled, EventExceptionThrown,
};
use chromiumoxide::error::CdpError;
use chromiumoxide::page::ScreenshotParams;
use chromiumoxide::{Browser, BrowserConfig, Page};
use futures_util::StreamExt;

/// What a page said or asked for, in order.
type Notes = Arc<Mutex<Vec<String>>>;

/// An open page in a browser of its own.
pub struct Tab {
    browser: Browser,
    page: Page,
    folder: PathBuf,
    complaints: Notes,
    requests: Notes,
}

impl Tab {
    /// Opens a page from a file, in a window of this width and height.
    ///
    /// # Errors
    /// Those of the browser; Chromium has to be installed.
    pub async fn open(html: &str, size: (u32, u32)) -> Result<Self, CdpError> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("selon-{}-{count}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let file = folder.join("page.html");
        std::fs::write(&file, html)?;
        let config = BrowserConfig::builder()
            .no_sandbox()
            .user_data_dir(folder.join("profile"))
            .arg("--disable-background-networking")
            .arg("--force-device-scale-factor=1")
            .window_size(size.0, size.1)
            .viewport(None)
            .build()
            .map_err(CdpError::msg)?;
        let (browser, mut events) = Browser::launch(config).await?;
        tokio::spawn(async move { while events.next().await.is_some() {} });
        let page = browser.new_page("about:blank").await?;
        let tab = Self {
            browser,
            page,
            folder,
            complaints: Notes::default(),
            requests: Notes::default(),
        };
        tab.listen().await?;
        tab.page.goto(format!("file://{}", file.display())).await?;
        tab.page.wait_for_navigation().await?;
        Ok(tab)
    }

    /// Notes errors of the console, of scripts and of the policy, and every request.
    async fn listen(&self) -> Result<(), CdpError> {
        self.page.execute(log::EnableParams::default()).await?;
        self.page.execute(network::EnableParams::default()).await?;
        let complaints = || Arc::clone(&self.complaints);
        let console = self.page.event_listener::<EventConsoleApiCalled>().await?;
        note(console, complaints(), |event| {
            (event.r#type == ConsoleApiCalledType::Error).then(|| format!("{:?}", event.args))
        });
        let thrown = self.page.event_listener::<EventExceptionThrown>().await?;
        note(thrown, complaints(), |event| {
            Some(format!("{:?}", event.exception_details))
        });
        let entries = self.page.event_listener::<EventEntryAdded>().await?;
        note(entries, complaints(), |event| {
            (event.entry.level == LogEntryLevel::Error).then(|| event.entry.text.clone())
        });
        let requests = self.page.event_listener::<EventRequestWillBeSent>().await?;
        note(requests, Arc::clone(&self.requests), |event| {
            Some(event.request.url.clone())
        });
        Ok(())
    }

    /// Gives what an expression comes to, as text.
    ///
    /// # Errors
    /// Those of the browser and of the expression.
    pub async fn ask(&self, expression: &str) -> Result<String, CdpError> {
        let found = self.page.evaluate(format!("String({expression})")).await?;
        Ok(found.into_value()?)
    }

    /// Presses a key, as a keyboard does.
    ///
    /// # Errors
    /// Those of the browser.
    pub async fn press(&self, key: &str) -> Result<(), CdpError> {
        let letter = key.chars().count() == 1;
        for kind in [DispatchKeyEventType::KeyDown, DispatchKeyEventType::KeyUp] {
            let mut event = DispatchKeyEventParams::builder()
                .r#type(kind.clone())
                .key(key);
            if letter && kind == DispatchKeyEventType::KeyDown {
                event = event.text(key);
            }
            self.page
                .execute(event.build().map_err(CdpError::msg)?)
                .await?;
        }
        self.settle().await
    }

    /// Clicks on the first element that a selector finds.
    ///
    /// # Errors
    /// Those of the browser; the element has to be on the page.
    pub async fn click(&self, selector: &str) -> Result<(), CdpError> {
        self.page.find_element(selector).await?.click().await?;
        self.settle().await
    }

    /// Puts the mouse on the first element that a selector finds.
    ///
    /// # Errors
    /// Those of the browser; the element has to be on the page.
    pub async fn hover(&self, selector: &str) -> Result<(), CdpError> {
        self.page.find_element(selector).await?.hover().await?;
        self.settle().await
    }

    /// Shows the page as it would be printed.
    ///
    /// # Errors
    /// Those of the browser.
    pub async fn print(&self) -> Result<(), CdpError> {
        let media = SetEmulatedMediaParams::builder().media("print").build();
        self.page.execute(media).await?;
        self.settle().await
    }

    /// Lets the system prefer a light or a dark theme.
    ///
    /// # Errors
    /// Those of the browser.
    pub async fn prefer(&self, theme: &str) -> Result<(), CdpError> {
        let feature = MediaFeature::new("prefers-color-scheme", theme);
        let media = SetEmulatedMediaParams::builder().feature(feature).build();
        self.page.execute(media).await?;
        self.settle().await
    }

    /// Takes a picture of the window, in the folder that `SELON_SCREENSHOTS` names; none without it.
    ///
    /// # Errors
    /// Those of the browser and of the folder.
    pub async fn picture(&self, name: &str, whole: bool) -> Result<(), CdpError> {
        let Ok(folder) = std::env::var("SELON_SCREENSHOTS") else {
            return Ok(());
        };
        let params = ScreenshotParams::builder()
            .format(CaptureScreenshotFormat::Png)
            .full_page(whole)
            .build();
        let file = PathBuf::from(folder).join(format!("{name}.png"));
        self.page.save_screenshot(params, file).await?;
        Ok(())
    }

    /// Gives the page the time that its longest wait takes, by its own clock: a busy machine is slow on both sides.
    ///
    /// # Errors
    /// Those of the browser.
    pub async fn settle(&self) -> Result<(), CdpError> {
        let wait = EvaluateParams::builder()
            .expression("new Promise((done) => setTimeout(done, 150))")
            .await_promise(true)
            .build()
            .map_err(CdpError::msg)?;
        self.page.execute(wait).await?;
        Ok(())
    }

    /// Closes the browser and gives the complaints, and the requests besides the one for the page itself.
    ///
    /// # Errors
    /// Those of the browser.
    pub async fn close(mut self) -> Result<(Vec<String>, Vec<String>), CdpError> {
        self.settle().await?;
        self.browser.close().await?;
        self.browser.wait().await?;
        // The profile may still be written to; it lies in a folder for passing things.
        let _ = std::fs::remove_dir_all(&self.folder);
        let mut requests = taken(&self.requests);
        requests.retain(|url| !(url.starts_with("file://") && url.ends_with("/page.html")));
        Ok((taken(&self.complaints), requests))
    }
}

fn taken(notes: &Notes) -> Vec<String> {
    std::mem::take(&mut *notes.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Keeps what `words` makes of each event.
fn note<T: chromiumoxide::cdp::IntoEventKind + Unpin + Send + Sync + 'static>(
    mut events: chromiumoxide::listeners::EventStream<T>,
    notes: Notes,
    words: impl Fn(&T) -> Option<String> + Send + 'static,
) {
    tokio::spawn(async move {
        while let Some(event) = events.next().await {
            let mut notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
            notes.extend(words(&event));
        }
    });
}
