//! Tables of HTML: as Word, Excel and LibreOffice put them on the clipboard, and as «web pages» that were saved. The
//! text is taken apart by the tokenizer of a browser's own parser, which knows every entity and every quirk of tags. No
//! tree is built of it: a page may be a million elements deep. A fault in the text shortens a table at the worst.

mod page;
mod shown_as;
mod table;

use std::cell::RefCell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use self::page::Page;
use super::limits::MOST_SHEETS;
use super::{Sheet, TableError};

pub(super) fn read(html: &str) -> Result<Vec<Sheet>, TableError> {
    let sink = Sink(RefCell::new(Ok(Page::default())));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // It only stops early where the sink asks it to, which ours never does.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let tables = tokenizer.sink.0.into_inner()?.end()?;
    if tables.len() > MOST_SHEETS { Err(TableError::TooManySheets) } else { Ok(tables) }
}

/// Whether a text is a page rather than a table with separators; only its beginning is looked at.
pub(super) fn is_page(text: &str) -> bool {
    let beginning: String = text.trim_start().chars().take(4_000).collect::<String>().to_lowercase();
    beginning.starts_with('<')
        && ["<html", "<!doctype html", "<table", "<body"].iter().any(|tag| beginning.contains(tag))
}

/// What hears the tokens. After a refusal nothing more is taken in.
struct Sink(RefCell<Result<Page, TableError>>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        let Ok(page) = state.as_mut() else { return TokenSinkResult::Continue };
        let heard = match token {
            Token::CharacterTokens(text) => {
                page.text(&text);
                Ok(())
            }
            Token::TagToken(tag) => {
                let name = tag.name.to_string();
                let raw = match (tag.kind, name.as_str()) {
                    (TagKind::StartTag, "style" | "noframes" | "iframe" | "xmp") => Some(RawKind::Rawtext),
                    (TagKind::StartTag, "script") => Some(RawKind::ScriptData),
                    (TagKind::StartTag, "title" | "textarea") => Some(RawKind::Rcdata),
                    _ => None,
                };
                let heard = match tag.kind {
                    TagKind::StartTag => page.begin(&name, &tag),
                    TagKind::EndTag => page.end_of(&name),
                };
                if let (Ok(()), Some(raw)) = (&heard, raw) {
                    return TokenSinkResult::RawData(raw);
                }
                heard
            }
            _ => Ok(()),
        };
        if let Err(fault) = heard {
            *state = Err(fault);
        }
        TokenSinkResult::Continue
    }
}
