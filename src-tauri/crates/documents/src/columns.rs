//! How wide the columns of a table are, so that its rows are low and it takes few sheets.

/// A letter of a table's size, in millimetres, on the average and at the most of a word.
const LETTER: f64 = 2.05;
/// Room at both sides of a cell.
const SIDES: f64 = 3.4;
/// What one column may give to another at a time: a little may win nothing where more wins a line.
const STEPS: [f64; 5] = [2.0, 4.0, 7.0, 10.0, 14.0];
/// Steps after which widths are good enough.
const MOST_STEPS: usize = 40;

/// Widths in millimetres, which together are as wide as the `usual` ones. Beginning with those, a column gives room to
/// another as long as the rows get lower by it, and never less than its `least`.
pub(crate) fn fitted<const N: usize>(rows: &[[String; N]], usual: [f64; N], least: [f64; N]) -> Vec<f64> {
    let texts: Vec<Vec<Text>> =
        (0..N).map(|column| rows.iter().map(|row| Text::of(&row[column])).collect()).collect();
    let counted = |column: usize, width: f64| -> Vec<f64> {
        texts[column].iter().map(|text| text.lines(width - SIDES)).collect()
    };
    let mut widths = usual.to_vec();
    let mut lines: Vec<Vec<f64>> = widths.iter().enumerate().map(|(at, width)| counted(at, *width)).collect();
    let mut best = height(&lines);
    for _ in 0..MOST_STEPS {
        let mut found = None;
        for step in STEPS {
            let narrower: Vec<_> = (0..N)
                .map(|at| (widths[at] - step >= least[at]).then(|| counted(at, widths[at] - step)))
                .collect();
            let wider: Vec<_> = (0..N).map(|at| counted(at, widths[at] + step)).collect();
            for (from, given) in narrower.iter().enumerate() {
                let Some(given) = given else { continue };
                for (to, taken) in wider.iter().enumerate().filter(|(to, _)| *to != from) {
                    let mut tried = lines.clone();
                    tried[from].clone_from(given);
                    tried[to].clone_from(taken);
                    let reached = height(&tried);
                    if reached < best - 1e-6 {
                        best = reached;
                        found = Some((from, to, step, tried));
                    }
                }
            }
        }
        let Some((from, to, step, tried)) = found else { break };
        widths[from] -= step;
        widths[to] += step;
        lines = tried;
    }
    widths
}

/// The words of a cell, by their widths, line by line as they were typed.
struct Text(Vec<Vec<f64>>);

impl Text {
    fn of(text: &str) -> Self {
        let wide = |word: &str| f64::from(u32::try_from(word.chars().count()).unwrap_or(u32::MAX)) * LETTER;
        Self(text.lines().map(|line| line.split(' ').map(wide).collect()).collect())
    }

    /// How many lines the text takes; a word that must be parted costs a little besides.
    fn lines(&self, room: f64) -> f64 {
        let mut lines = 0.0;
        for words in &self.0 {
            lines += 1.0;
            let mut taken = 0.0;
            for word in words {
                if taken > 0.0 && taken + word > room {
                    lines += 1.0;
                    taken = 0.0;
                }
                if *word * 1.06 > room {
                    lines += (word / room).floor() + 0.3;
                }
                taken += word + LETTER / 2.0;
            }
        }
        lines
    }
}

/// The height of a table in lines. How full the cells are counts a little, so that room goes where it is used.
fn height(lines: &[Vec<f64>]) -> f64 {
    let rows = lines.first().map(Vec::len).unwrap_or_default();
    let row = |row: usize| {
        let cells = lines.iter().map(|column| column[row]);
        cells.clone().fold(1.0, f64::max) + 0.002 * cells.map(|lines| lines * lines).sum::<f64>()
    };
    (0..rows).map(row).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(words: [&str; 3]) -> [String; 3] {
        words.map(str::to_owned)
    }

    #[test]
    fn room_goes_where_the_words_are() {
        let long = row(["1", "Семинар", "аналитическая справка, рекомендации учителям школ района"]);
        let widths = fitted(&[long.clone(), long], [10.0, 65.0, 30.0], [10.0, 30.0, 20.0]);
        assert!((widths.iter().sum::<f64>() - 105.0).abs() < 1e-9, "{widths:?}");
        assert!(widths[0] >= 10.0 && widths[1] >= 30.0 && widths[2] > 40.0, "{widths:?}");
    }

    #[test]
    fn what_is_low_already_stays_as_it_is() {
        let usual = [10.0, 65.0, 30.0];
        assert_eq!(fitted(&[row(["1", "Семинар", "справка"])], usual, [10.0, 30.0, 20.0]), usual);
        assert_eq!(fitted(&[], usual, [10.0, 30.0, 20.0]), usual);
    }
}
