//! What stands on the screen, seen from outside of the program that draws it.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat, MapState, Window};
use x11rb::rust_connection::RustConnection;

/// Every so many lines of pixels one is looked at: closer than lines of text, and far less to copy than the screen.
const STEP: usize = 8;
/// The desk and the sheet (ui/src/styles/tokens.css); the empty window has the desk too.
pub(super) const OURS: &[[u8; 3]] = &[[0xec, 0xe7, 0xdc], [0xfa, 0xf8, 0xf3]];
/// The sheet of a word processor.
pub(super) const WHITE: &[[u8; 3]] = &[[0xff, 0xff, 0xff]];
/// A colour is ink where no part of it is lighter.
const INK: u8 = 0x60;
/// Lines of text cover far more dots than a caret or a frame.
const ENOUGH_INK: usize = 60;
/// A blinking caret changes fewer dots.
const ENOUGH_CHANGE: usize = 12;

/// A place on the screen, in dots.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) left: u16,
    pub(super) top: u16,
    pub(super) width: u16,
    pub(super) height: u16,
}

/// A look at the screen through a connection of its own.
pub(super) struct Eye {
    connection: RustConnection,
    root: Window,
}

impl Eye {
    pub(super) fn on(display: &str) -> Self {
        let (connection, screen) = RustConnection::connect(Some(display)).expect("the screen answers");
        let root = connection.setup().roots[screen].root;
        Self { connection, root }
    }

    /// What stands in the large window on the screen; none while there is none.
    pub(super) fn look(&self) -> Option<Picture> {
        let windows = self.connection.query_tree(self.root).ok()?.reply().ok()?.children;
        let area = windows.into_iter().find_map(|window| self.area(window))?;
        // All lines are asked for before the first answer is read. A window may close meanwhile.
        let lines: Vec<_> = (area.top..area.top + area.height)
            .step_by(STEP)
            .filter_map(|y| {
                let (left, y, width) = (area.left as i16, y as i16, area.width as u16);
                self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, left, y, width, 1, !0).ok()
            })
            .collect();
        let mut dots = Vec::new();
        for line in lines {
            let bytes = line.reply().ok()?.data;
            dots.extend(bytes.chunks_exact(4).map(|dot| [dot[2], dot[1], dot[0]]));
        }
        Some(Picture { dots })
    }

    /// The dots of a place.
    pub(super) fn strip(&self, place: Place) -> Vec<u8> {
        let Place { left, top, width, height } = place;
        let (left, top) = (left.cast_signed(), top.cast_signed());
        let asked = self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, left, top, width, height, !0);
        asked.expect("the screen is asked").reply().expect("the screen answers").data
    }

    /// The place of a window on the screen, where it is shown and large enough to be a program's.
    fn area(&self, window: Window) -> Option<Area> {
        let attributes = self.connection.get_window_attributes(window).ok()?;
        let geometry = self.connection.get_geometry(window).ok()?.reply().ok()?;
        let shown = attributes.reply().ok()?.map_state == MapState::VIEWABLE;
        let area = Area {
            left: usize::try_from(geometry.x).ok()?,
            top: usize::try_from(geometry.y).ok()?,
            width: usize::from(geometry.width),
            height: usize::from(geometry.height),
        };
        (shown && area.width >= 900 && area.height >= 500).then_some(area)
    }
}

struct Area {
    left: usize,
    top: usize,
    width: usize,
    height: usize,
}

/// Lines of dots out of a window.
#[derive(PartialEq)]
pub(super) struct Picture {
    dots: Vec<[u8; 3]>,
}

impl Picture {
    /// Whether the page has drawn something to read on its paper. The ground alone is not enough: both windows are
    /// given theirs before the page begins. A sheet may be narrower than the window that it lies in.
    pub(super) fn has_text(&self, paper: &[[u8; 3]]) -> bool {
        let paper = self.dots.iter().filter(|dot| paper.contains(dot)).count();
        let ink = self.dots.iter().filter(|dot| dot.iter().all(|part| *part < INK)).count();
        paper * 4 > self.dots.len() && ink >= ENOUGH_INK
    }

    /// Whether more than a caret has changed.
    pub(super) fn differs_from(&self, other: &Self) -> bool {
        let pairs = self.dots.iter().zip(&other.dots);
        self.dots.len() != other.dots.len() || pairs.filter(|(a, b)| a != b).count() > ENOUGH_CHANGE
    }
}
