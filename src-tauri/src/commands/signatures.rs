//! The page's side of every command, written by `cargo xtask bindings` into `ui/src/api/types/commands.ts`.
//!
//! The types of a command's words and of its answer come from the compiler. A type does not know how a parameter is
//! called, so the names, and the comment above the command, are read of its source.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

use pps_app::error::ErrorView;
use tauri::ipc::{Channel, Response};
use tauri::{AppHandle, State};
use ts_rs::{Config, TS, TypeVisitor};

/// What Rust knows of a command.
struct Signature {
    /// The TypeScript of each parameter; nothing for one that the page does not send.
    words: Vec<Option<String>>,
    answer: String,
}

/// The types that have to be imported.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl TypeVisitor for Names {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            self.0.insert(T::ident(&Config::from_env()));
        }
    }
}

fn written<T: TS + 'static>(names: &mut Names) -> String {
    names.visit::<T>();
    T::visit_generics(names);
    T::name(&Config::from_env())
}

// Of the markers below the compiler chooses the one that fits, as there is only one for each type.
struct Sent;
struct Heard;
struct Given;
struct Bytes;
struct Waits;
struct AtOnce;

trait Parameter<How> {
    fn word(names: &mut Names) -> Option<String>;
}

impl<T: TS + 'static> Parameter<Sent> for T {
    fn word(names: &mut Names) -> Option<String> {
        Some(written::<T>(names))
    }
}

impl<T: TS + 'static> Parameter<Heard> for Channel<T> {
    fn word(names: &mut Names) -> Option<String> {
        Some(format!("Channel<{}>", written::<T>(names)))
    }
}

impl<T: Send + Sync + 'static> Parameter<Given> for State<'_, T> {
    fn word(_: &mut Names) -> Option<String> {
        None
    }
}

impl Parameter<Given> for AppHandle {
    fn word(_: &mut Names) -> Option<String> {
        None
    }
}

trait Answered<How> {
    fn answer(names: &mut Names) -> String;
}

impl<T: TS + 'static> Answered<Sent> for Result<T, ErrorView> {
    fn answer(names: &mut Names) -> String {
        written::<T>(names)
    }
}

impl Answered<Bytes> for Result<Response, ErrorView> {
    fn answer(_: &mut Names) -> String {
        "ArrayBuffer".to_owned()
    }
}

trait Command<How> {
    fn signature(&self, names: &mut Names) -> Signature;
}

macro_rules! commands_with {
    ($($parameter:ident $how:ident),*) => {
        impl<F, Later, Answer, Told, $($parameter, $how),*> Command<(Waits, Told, $($parameter, $how),*)> for F
        where
            F: Fn($($parameter),*) -> Later,
            Later: Future<Output = Answer>,
            Answer: Answered<Told>,
            $($parameter: Parameter<$how>),*
        {
            fn signature(&self, names: &mut Names) -> Signature {
                Signature { words: vec![$($parameter::word(names)),*], answer: Answer::answer(names) }
            }
        }

        impl<F, Answer, Told, $($parameter, $how),*> Command<(AtOnce, Told, $($parameter, $how),*)> for F
        where
            F: Fn($($parameter),*) -> Answer,
            Answer: Answered<Told>,
            $($parameter: Parameter<$how>),*
        {
            fn signature(&self, names: &mut Names) -> Signature {
                Signature { words: vec![$($parameter::word(names)),*], answer: Answer::answer(names) }
            }
        }
    };
}

commands_with!();
commands_with!(A HowA);
commands_with!(A HowA, B HowB);
commands_with!(A HowA, B HowB, C HowC);
commands_with!(A HowA, B HowB, C HowC, D HowD);
commands_with!(A HowA, B HowB, C HowC, D HowD, E HowE);
commands_with!(A HowA, B HowB, C HowC, D HowD, E HowE, G HowG);

fn of<How>(command: impl Command<How>, names: &mut Names) -> Signature {
    command.signature(names)
}

/// What only the source knows.
struct Named {
    parameters: Vec<String>,
    comment: Vec<String>,
}

/// Reads a command in the source of its file, which rustfmt keeps in one shape.
fn named(source: &str, command: &str) -> Named {
    let head = format!("fn {command}(");
    let at = source.find(&head).unwrap_or_else(|| panic!("no command {command}"));
    let (mut depth, mut parameters, mut word) = (0_i32, Vec::new(), String::new());
    for sign in source[at + head.len()..].chars() {
        match sign {
            ')' if depth == 0 => break,
            ',' if depth == 0 => parameters.push(std::mem::take(&mut word)),
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' => depth -= 1,
            _ => {}
        }
        if !(sign == ',' && depth == 0) {
            word.push(sign);
        }
    }
    parameters.push(word);
    let name = |parameter: &String| parameter.split_once(':').map(|(name, _)| name.trim().to_owned());
    let above: Vec<&str> = source[..at].lines().collect();
    // The last line is the beginning of the function's own.
    let above = above.iter().rev().skip(1).map(|line| line.trim());
    let mut comment: Vec<String> = above
        .skip_while(|line| line.starts_with("#["))
        .map_while(|line| line.strip_prefix("///"))
        .map(|line| line.trim().to_owned())
        .collect();
    comment.reverse();
    Named { parameters: parameters.iter().filter_map(name).collect(), comment }
}

fn source_of(module: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("src-tauri/src/commands/{module}.rs"));
    std::fs::read_to_string(path).unwrap()
}

/// `belongs_to` is `belongsTo` for the page: Tauri calls them so.
fn as_the_page_calls_it(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |before, word| {
        let (head, rest) = word.split_at(1.min(word.len()));
        before + &head.to_uppercase() + rest
    })
}

fn entry(module: &str, command: &str, signature: &Signature) -> String {
    let Named { parameters, comment } = named(&source_of(module), command);
    assert_eq!(parameters.len(), signature.words.len(), "the parameters of {command}: {parameters:?}");
    let words: Vec<String> = parameters
        .iter()
        .zip(&signature.words)
        .filter_map(|(name, word)| Some(format!("{}: {}", as_the_page_calls_it(name), word.as_ref()?)))
        .collect();
    let words = if words.is_empty() { String::new() } else { format!("words: {{ {} }}", words.join(", ")) };
    let mut text = String::new();
    if !comment.is_empty() {
        let _ = writeln!(text, "/**\n * {}\n */", comment.join("\n * "));
    }
    let _ = writeln!(text, "{command}: {{ words: [{words}], answer: {} }},", signature.answer);
    text
}

macro_rules! signatures {
    ($($module:ident: $($command:ident),+;)+) => {{
        let mut names = Names::default();
        let entries = [$($((
            stringify!($module),
            stringify!($command),
            of(super::$module::$command, &mut names),
        )),+),+];
        (entries, names)
    }};
}

#[test]
fn export_bindings_commands() {
    let (entries, names) = with_commands!(signatures);
    let mut text =
        "// Joined by `cargo xtask bindings`.\nimport type { Channel } from \"@tauri-apps/api/core\";\n"
            .to_owned();
    for name in names.0 {
        let _ = writeln!(text, "import type {{ {name} }} from \"../{name}\";");
    }
    text.push_str(
        "\n/**\n * Every command: what is sent with it and what it answers.\n */\nexport type Commands = {\n",
    );
    for (module, command, signature) in &entries {
        text.push_str(&entry(module, command, signature));
    }
    text.push_str("};\n");
    let folder = PathBuf::from(std::env::var_os("TS_RS_EXPORT_DIR").unwrap()).join("commands");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("Commands.ts"), text).unwrap();
}

#[test]
fn a_command_is_read_of_its_source() {
    let source = "/// Saves.\n///\n/// Twice.\n#[tauri::command]\npub(crate) async fn save(\n    state: StateRef<'_>,\n    \
                  changes: Vec<(Record, Option<i64>)>,\n    belongs_to: Uuid,\n) -> Answer<()> {";
    let named = named(source, "save");
    assert_eq!(named.parameters, ["state", "changes", "belongs_to"]);
    assert_eq!(named.comment, ["Saves.", "", "Twice."]);
    assert_eq!(as_the_page_calls_it("belongs_to"), "belongsTo");
}
