import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

/**
 * The colour of a token as written in tokens.css.
 *
 * @param {string} name
 */
function token(name) {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css);
  assert.ok(found?.[1], `tokens.css has no colour --${name}`);
  return found[1];
}

/**
 * Relative luminance by WCAG 2.
 *
 * @param {string} colour
 */
function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * Contrast of two colours by WCAG 2, from 1 to 21.
 *
 * @param {string} one
 * @param {string} other
 */
function contrast(one, other) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test("contrast is measured as WCAG defines it", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.ok(Math.abs(contrast("#777777", "#ffffff") - 4.48) < 0.01);
});

for (const [ink, grounds] of Object.entries({
  ink: ["desk", "desk-deep", "sheet", "field", "paper", "board-wash", "pen-wash", "ochre-wash"],
  "ink-soft": ["desk", "desk-deep", "sheet", "field"],
  board: ["sheet", "field", "board-wash", "desk"],
  "on-board": ["board", "board-deep"],
  pen: ["sheet", "field", "pen-wash"],
  ochre: ["sheet", "field", "ochre-wash"],
})) {
  for (const ground of grounds) {
    test(`text --${ink} on --${ground} is AAA`, () => {
      const measured = contrast(token(ink), token(ground));
      assert.ok(measured >= 7, `${measured.toFixed(2)} is below 7`);
    });
  }
}

for (const [mark, ground] of [
  ["edge", "field"],
  ["edge", "sheet"],
  ["board-mid", "sheet"],
  ["ochre-mark", "ochre-wash"],
]) {
  test(`mark --${mark} on --${ground} can be told apart`, () => {
    const measured = contrast(token(mark ?? ""), token(ground ?? ""));
    assert.ok(measured >= 3, `${measured.toFixed(2)} is below 3`);
  });
}
