//! A hand: the mouse, the wheel and the keyboard of a screen. What it does goes through the X server as the events of
//! real devices do, so it is seen by the window manager, the toolkit and the page alike. A browser's driver speaks
//! to the page alone, and hides what stands between.

use std::collections::HashMap;
use std::process::Command;

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ConnectionExt, KEY_PRESS_EVENT, KEY_RELEASE_EVENT,
    MOTION_NOTIFY_EVENT, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// Keys by where they lie on a PC's keyboard: what is printed on them depends on the layout.
const PLACES: &[(&str, u8)] = &[
    ("escape", 9),
    ("backspace", 22),
    ("tab", 23),
    ("enter", 36),
    ("ctrl", 37),
    ("shift", 50),
    ("alt", 64),
    ("space", 65),
    ("f1", 67),
    ("f4", 70),
    ("home", 110),
    ("up", 111),
    ("page-up", 112),
    ("left", 113),
    ("right", 114),
    ("end", 115),
    ("down", 116),
    ("page-down", 117),
    ("delete", 119),
    ("a", 38),
    ("c", 54),
    ("e", 26),
    ("f", 41),
    ("p", 33),
    ("s", 39),
    ("v", 55),
    ("x", 53),
    ("y", 29),
    ("z", 52),
];

const SHIFT: u8 = 50;

/// Letters of the old Cyrillic key symbols, from 0x6c0 on; capitals follow 32 further.
const CYRILLIC: &str = "юабцдефгхийклмнопярстужвьызшэщчъ";

/// The mouse and the keyboard of one screen.
pub struct Hand {
    connection: RustConnection,
    root: Window,
    /// Which key, and whether with Shift.
    letters: HashMap<char, (u8, bool)>,
}

impl Hand {
    /// The hand of a screen whose keyboard has two layouts, as everywhere in Russia, and the Russian one on.
    ///
    /// # Panics
    /// There is no such screen, or it takes no layout.
    #[must_use]
    pub fn on(display: &str) -> Self {
        let layouts = ["-display", display, "us,ru", "-option", "grp:alt_shift_toggle"];
        let set = Command::new("setxkbmap").args(layouts).status();
        assert!(set.expect("setxkbmap is installed (`cargo xtask test` installs it)").success());
        let (connection, number) = RustConnection::connect(Some(display)).expect("the screen answers");
        let root = connection.setup().roots[number].root;
        let letters = letters(&connection);
        let hand = Self { connection, root, letters };
        hand.presses("alt+shift");
        hand
    }

    /// Moves the pointer.
    pub fn moves_to(&self, (x, y): (i16, i16)) {
        self.event(MOTION_NOTIFY_EVENT, 0, x, y);
    }

    /// Presses the left button of the mouse.
    pub fn clicks(&self, at: (i16, i16)) {
        self.clicks_with(1, at);
    }

    /// Presses the right button of the mouse.
    pub fn clicks_right(&self, at: (i16, i16)) {
        self.clicks_with(3, at);
    }

    fn clicks_with(&self, button: u8, at: (i16, i16)) {
        self.moves_to(at);
        self.button(button);
    }

    /// Turns the wheel over a place, downwards; upwards by a negative number.
    pub fn turns_wheel(&self, at: (i16, i16), clicks: i8) {
        self.moves_to(at);
        for _ in 0..clicks.unsigned_abs() {
            self.button(if clicks > 0 { 5 } else { 4 });
        }
    }

    /// Presses at one place, moves in small steps, and lets go at another.
    pub fn drags(&self, from: (i16, i16), to: (i16, i16)) {
        const STEPS: i16 = 12;
        self.moves_to(from);
        self.event(BUTTON_PRESS_EVENT, 1, 0, 0);
        for step in 1..=STEPS {
            let between = |a: i16, b: i16| a + (b - a) * step / STEPS;
            self.moves_to((between(from.0, to.0), between(from.1, to.1)));
        }
        self.event(BUTTON_RELEASE_EVENT, 1, 0, 0);
    }

    /// Types a text key by key.
    ///
    /// # Panics
    /// The Russian layout has no such letter.
    pub fn types(&self, text: &str) {
        for letter in text.chars() {
            let (key, shift) = *self.letters.get(&letter).unwrap_or_else(|| panic!("no key for «{letter}»"));
            if shift {
                self.event(KEY_PRESS_EVENT, SHIFT, 0, 0);
            }
            self.key(key);
            if shift {
                self.event(KEY_RELEASE_EVENT, SHIFT, 0, 0);
            }
        }
    }

    /// Presses a key, or several at once: «tab», «ctrl+z».
    ///
    /// # Panics
    /// There is no key of that name.
    pub fn presses(&self, keys: &str) {
        let place = |name: &str| PLACES.iter().find(|(known, _)| *known == name).expect("a key of PLACES").1;
        let keys: Vec<u8> = keys.split('+').map(place).collect();
        let (last, held) = keys.split_last().expect("a key");
        for key in held {
            self.event(KEY_PRESS_EVENT, *key, 0, 0);
        }
        self.key(*last);
        for key in held.iter().rev() {
            self.event(KEY_RELEASE_EVENT, *key, 0, 0);
        }
    }

    fn button(&self, button: u8) {
        self.event(BUTTON_PRESS_EVENT, button, 0, 0);
        self.event(BUTTON_RELEASE_EVENT, button, 0, 0);
    }

    fn key(&self, key: u8) {
        self.event(KEY_PRESS_EVENT, key, 0, 0);
        self.event(KEY_RELEASE_EVENT, key, 0, 0);
    }

    fn event(&self, kind: u8, detail: u8, x: i16, y: i16) {
        let sent = self.connection.xtest_fake_input(kind, detail, 0, self.root, x, y, 0);
        sent.expect("the server takes it").check().expect("the server knows XTest");
        // An answer means that the server has seen it, so that keys and clicks keep their order.
        self.connection.get_input_focus().expect("asked").reply().expect("answered");
    }
}

fn letters(connection: &RustConnection) -> HashMap<char, (u8, bool)> {
    let (first, last) = (connection.setup().min_keycode, connection.setup().max_keycode);
    let asked = connection.get_keyboard_mapping(first, last - first + 1).expect("asked");
    let mapping = asked.reply().expect("answered");
    let per_key = usize::from(mapping.keysyms_per_keycode);
    let mut found = HashMap::new();
    for (key, symbols) in (first..=last).zip(mapping.keysyms.chunks(per_key)) {
        for (symbol, shift) in symbols.iter().skip(2).take(2).zip([false, true]) {
            if let Some(letter) = letter_of(*symbol) {
                found.entry(letter).or_insert((key, shift));
            }
        }
    }
    found
}

fn letter_of(symbol: u32) -> Option<char> {
    let cyrillic = |at: u32| CYRILLIC.chars().nth(at as usize);
    match symbol {
        0x20..=0x7e | 0xa0..=0xff => char::from_u32(symbol),
        0x6a3 => Some('ё'),
        0x6b3 => Some('Ё'),
        0x6b0 => Some('№'),
        0x6c0..=0x6df => cyrillic(symbol - 0x6c0),
        0x6e0..=0x6ff => cyrillic(symbol - 0x6e0)?.to_uppercase().next(),
        0x0100_0000.. => char::from_u32(symbol - 0x0100_0000),
        _ => None,
    }
}
