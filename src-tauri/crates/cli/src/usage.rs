//! Wrong usage, said in Russian.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// One Russian sentence about what was typed wrongly, and how to see what may be typed.
pub(crate) fn in_russian(fault: &Error) -> String {
    let told = |kind: ContextKind| match fault.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let argument = told(ContextKind::InvalidArg);
    let what = match fault.kind() {
        ErrorKind::InvalidSubcommand => format!("Команды «{}» нет", told(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "Не сказано, что сделать".to_owned()
        }
        ErrorKind::MissingRequiredArgument => format!("Не указано: {argument}"),
        ErrorKind::UnknownArgument => format!("Параметра «{argument}» здесь нет"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = told(ContextKind::InvalidValue);
            if value.is_empty() {
                format!("Не указано значение: {argument}")
            } else {
                format!("Значение «{value}» не подходит: {argument}{}", example(&argument))
            }
        }
        ErrorKind::ArgumentConflict => format!("Параметр «{argument}» указан дважды или не к месту"),
        _ => "Команда набрана неверно".to_owned(),
    };
    format!("{what}; что можно набрать, покажет «pps-cli --help».")
}

/// How a value of the kind is written, where people write it in several ways.
fn example(argument: &str) -> &'static str {
    if argument.starts_with("--on") {
        " (день пишется так: 2025-09-16)"
    } else if argument.starts_with("--year") {
        " (учебный год пишется по его началу: 2025)"
    } else {
        ""
    }
}
