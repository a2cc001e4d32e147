//! SQLite's log beside a file that was not closed. SQLite takes it up to the first frame that does not prove itself and silently
//! forgets the rest; so whether something acknowledged lies behind such a frame is looked at here. The form is that of
//! <https://www.sqlite.org/fileformat.html#the_write_ahead_log>.

use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use super::durable::rename;
use super::paths::beside;

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
/// The bytes of a header that its checksum is over.
const SUMMED: usize = 24;
const SUMMED_OF_FRAME: usize = 8;
const PAGE: usize = 4096;
const FRAME: usize = FRAME_HEADER + PAGE;

/// Whether the log of a file holds a whole change behind a place that does not prove itself.
pub(crate) fn hides_a_change(data: &Path) -> io::Result<bool> {
    let Some(mut frames) = Frames::of(data)? else { return Ok(false) };
    let mut broken = !frames.header_is_sound;
    while let Some(frame) = frames.next_frame()? {
        if broken && frame.belongs && frame.ends_a_change {
            return Ok(true);
        }
        broken |= !frame.sound;
    }
    Ok(false)
}

/// Writes the log anew without the frames that do not prove themselves, so that what lies behind them is read. For a scratch
/// file: a page may come out older than the others, and only rows that prove themselves can be used.
pub(crate) fn mend(data: &Path) -> io::Result<()> {
    let Some(mut frames) = Frames::of(data)? else { return Ok(()) };
    let mut header = frames.header;
    header[..4].copy_from_slice(&0x377f_0682_u32.to_be_bytes());
    let mut sum = Sum::default();
    sum.add(&header[..SUMMED], Order::Little);
    sum.store(&mut header[SUMMED..]);
    let mended = beside(data, "-wal.mended");
    let mut out = OpenOptions::new().write(true).create(true).truncate(true).open(&mended)?;
    out.write_all(&header)?;
    while let Some(frame) = frames.next_frame()? {
        // Behind a broken frame no checksum fits any more; whether the page proves itself is seen when it is read.
        if !frame.belongs {
            continue;
        }
        let mut bytes = frame.bytes;
        bytes[8..16].copy_from_slice(&header[16..24]);
        sum.add(&bytes[..SUMMED_OF_FRAME], Order::Little);
        sum.add(&bytes[FRAME_HEADER..], Order::Little);
        sum.store(&mut bytes[16..FRAME_HEADER]);
        out.write_all(&bytes)?;
    }
    drop((frames, out));
    rename(&mended, &beside(data, "-wal"))
}

struct Frames {
    file: BufReader<File>,
    header: [u8; HEADER],
    header_is_sound: bool,
    order: Order,
    sum: Sum,
}

struct Frame {
    bytes: Vec<u8>,
    /// Whether its checksum follows from all that comes before it.
    sound: bool,
    /// Whether it was written since the log was begun anew.
    belongs: bool,
    ends_a_change: bool,
}

impl Frames {
    fn of(data: &Path) -> io::Result<Option<Self>> {
        let file = match File::open(beside(data, "-wal")) {
            Ok(file) => file,
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(fault) => return Err(fault),
        };
        let mut file = BufReader::with_capacity(1 << 16, file);
        let mut header = [0; HEADER];
        if filled(&mut file, &mut header)? < HEADER {
            return Ok(None);
        }
        let order = if number(&header, 0) & 1 == 1 { Order::Big } else { Order::Little };
        let mut sum = Sum::default();
        sum.add(&header[..SUMMED], order);
        let header_is_sound = number(&header, 0) & !1 == 0x377f_0682
            && number(&header, 8) == PAGE as u32
            && sum.is(&header[SUMMED..]);
        Ok(Some(Self { file, header, header_is_sound, order, sum }))
    }

    fn next_frame(&mut self) -> io::Result<Option<Frame>> {
        let mut bytes = vec![0; FRAME];
        if filled(&mut self.file, &mut bytes)? < FRAME {
            return Ok(None);
        }
        self.sum.add(&bytes[..SUMMED_OF_FRAME], self.order);
        self.sum.add(&bytes[FRAME_HEADER..], self.order);
        let belongs = !self.header_is_sound || bytes[8..16] == self.header[16..24];
        let sound = self.header_is_sound && belongs && self.sum.is(&bytes[16..FRAME_HEADER]);
        let ends_a_change = number(&bytes, 4) != 0;
        Ok(Some(Frame { bytes, sound, belongs, ends_a_change }))
    }
}

/// In which order the bytes of a number are summed up.
#[derive(Clone, Copy)]
enum Order {
    Big,
    Little,
}

/// SQLite's checksum of a log.
#[derive(Default, Clone, Copy)]
struct Sum(u32, u32);

impl Sum {
    fn add(&mut self, bytes: &[u8], order: Order) {
        for pair in bytes.chunks_exact(8) {
            let word = |at: usize| {
                let word = [pair[at], pair[at + 1], pair[at + 2], pair[at + 3]];
                match order {
                    Order::Big => u32::from_be_bytes(word),
                    Order::Little => u32::from_le_bytes(word),
                }
            };
            self.0 = self.0.wrapping_add(word(0)).wrapping_add(self.1);
            self.1 = self.1.wrapping_add(word(4)).wrapping_add(self.0);
        }
    }

    fn is(self, stored: &[u8]) -> bool {
        number(stored, 0) == self.0 && number(stored, 4) == self.1
    }

    fn store(self, into: &mut [u8]) {
        into[..4].copy_from_slice(&self.0.to_be_bytes());
        into[4..8].copy_from_slice(&self.1.to_be_bytes());
    }
}

fn number(bytes: &[u8], at: usize) -> u32 {
    bytes[at..at + 4].iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// Reads until the buffer is full or the file ends, and tells how much came.
fn filled(file: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut read = 0;
    while read < buffer.len() {
        match file.read(&mut buffer[read..])? {
            0 => break,
            count => read += count,
        }
    }
    Ok(read)
}
