//! The help of every command in Russian: clap's own headings, words of usage and lists of values are English.

use clap::builder::StyledStr;
use clap::{Arg, Command, CommandFactory};

use crate::arguments::Arguments;

const TEMPLATE: &str = "{about}\n\nКак набирать: {usage}\n\n{all-args}{after-help}";
const ON_WINDOWS: &str = "В Windows: то, что направлено в файл или в другую программу знаками «>» и «|», записано в UTF-8. Если вместо \
                          русских букв там видны другие знаки, наберите сначала: chcp 65001";

/// All commands with all their words in Russian.
pub(crate) fn command() -> Command {
    let mut built = Arguments::command();
    built.build();
    let whole = Arguments::command().help_template(TEMPLATE).after_help(ON_WINDOWS);
    built.get_subcommands().fold(whole, |whole, subcommand| {
        let usage = usage_of(subcommand);
        whole.mut_subcommand(subcommand.get_name(), |subcommand| {
            subcommand.help_template(TEMPLATE).override_usage(usage).mut_args(in_russian)
        })
    })
}

fn usage_of(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    let words = usage.split_once(": ").map_or(usage.as_str(), |(_, words)| words);
    words.replace("[OPTIONS]", "[ПАРАМЕТРЫ]")
}

fn in_russian(argument: Arg) -> Arg {
    let heading = if argument.is_positional() { "Аргументы" } else { "Параметры" };
    let argument = argument.help_heading(heading);
    let values = argument.get_possible_values();
    if values.is_empty() || !argument.get_action().takes_values() {
        return argument;
    }
    let help = argument.get_help().map(StyledStr::to_string).unwrap_or_default();
    let listed = values.iter().filter(|value| !value.is_hide_set()).map(|value| {
        let what = value.get_help().map(StyledStr::to_string).unwrap_or_default();
        format!("\n- {}: {what}", value.get_name())
    });
    let listed: String = listed.collect();
    argument.hide_possible_values(true).long_help(format!("{help}\n\nЧто можно указать:{listed}"))
}

#[cfg(test)]
mod tests {
    use super::command;

    /// What stands at the beginning of a line or in brackets and is said by clap.
    const ENGLISH: [&str; 10] = [
        "Usage",
        "Options",
        "Arguments",
        "Commands",
        "[OPTIONS]",
        "[COMMAND]",
        "ossible values",
        "[default",
        "[env",
        "Print ",
    ];

    #[test]
    fn no_help_has_an_english_word_of_clap() {
        let mut whole = command();
        whole.build();
        let mut seen = 0;
        for subcommand in std::iter::once(&whole).chain(whole.get_subcommands()) {
            for text in [
                subcommand.clone().render_long_help().to_string(),
                subcommand.clone().render_help().to_string(),
            ] {
                let name = subcommand.get_name();
                for word in ENGLISH {
                    assert!(!text.contains(word), "{name}: «{word}» in\n{text}");
                }
                let headings = text.lines().filter(|line| line.ends_with(':') && !line.starts_with(' '));
                for heading in headings {
                    assert!(
                        !heading.contains(|letter: char| letter.is_ascii_alphabetic()),
                        "{name}: {heading}"
                    );
                    seen += 1;
                }
                assert!(text.contains("Как набирать: pps-cli"), "{name}: {text}");
            }
        }
        assert!(seen > 2 * 20, "every command has its headings: {seen}");
    }

    #[test]
    fn every_argument_and_every_value_says_in_russian_what_it_is() {
        let mut whole = command();
        whole.build();
        let russian = |text: &str| text.contains(|letter: char| ('А'..='я').contains(&letter));
        for subcommand in whole.get_subcommands() {
            for argument in subcommand.get_arguments() {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(russian(&help), "{} {}", subcommand.get_name(), argument.get_id());
                let takes_values = argument.get_action().takes_values();
                for value in argument.get_possible_values().iter().filter(|_| takes_values) {
                    let listed = argument.get_long_help().map(ToString::to_string).unwrap_or_default();
                    let line =
                        listed.lines().find(|line| line.starts_with(&format!("- {}: ", value.get_name())));
                    assert!(line.is_some_and(russian), "{} {}", subcommand.get_name(), value.get_name());
                }
            }
        }
    }
}
