/*
 * A question of the agenda answers «о чём»: «Об итогах первого полугодия», «О плане». Nothing here changes
 * what was typed; it says which of «О» and «Об» would stand there.
 */

/** Words that a topic may begin with as it is. «Разное» is a question of its own. */
const BEGINNINGS =
  /^(о|об|обо|по|за|на|в|во|из|к|ко|с|со|для|от|до|у|при|про|под|над|через|между|разное)(?![а-яё-])/i;

/** Letters whose names begin with a vowel: «об МО», and «Об ВПР» is not said. */
const NAMED_BY_VOWEL = "ЛМНРСФ";

/**
 * «О» or «Об», chosen by the sound that follows: «Об итогах», «О еде» (й sounds first), «Об «Уроке»».
 *
 * @param {string} words
 * @returns {"О" | "Об"}
 */
export function prepositionFor(words) {
  const first = /[\p{L}\p{N}]+/u.exec(words)?.[0] ?? "";
  // «Об одном», «об одиннадцати», but «о 12», «о 100».
  if (/^\d/.test(first)) return /^(1|11)$/.test(first) ? "Об" : "О";
  const abbreviation = first.length > 1 && first === first.toUpperCase();
  // ФГОС and РИМК are read as words, МО and ЛНР by their letters.
  const byLetters = abbreviation && (first.length === 2 || !/[АЕЁИОУЫЭЮЯ]/.test(first));
  if (byLetters && NAMED_BY_VOWEL.includes(first.charAt(0))) return "Об";
  return /^[аиоуыэ]/i.test(first) ? "Об" : "О";
}

/**
 * The preposition that a topic lacks, once its first word is written to the end.
 *
 * @param {string} topic
 * @returns {"О" | "Об" | null}
 */
export function missingPreposition(topic) {
  const words = topic.trimStart();
  if (!/^\S*[\p{L}\p{N}]\S*\s/u.test(words) || BEGINNINGS.test(words)) return null;
  return prepositionFor(words);
}

/**
 * The topic with its preposition. A capital goes down with it, unless the word is a name in quotes or an
 * abbreviation.
 *
 * @param {string} topic
 */
export function withPreposition(topic) {
  const preposition = missingPreposition(topic);
  if (!preposition) return topic;
  const words = topic.trimStart();
  const rest = /^\p{Lu}(?=\p{Ll}|\s)/u.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
  return `${preposition} ${rest}`;
}
