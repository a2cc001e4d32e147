/**
 * «72», «72 часа»
 *
 * @param {string} typed
 * @returns {Promise<number>}
 */
export async function readHours(typed) {
  const hours = /^\s*(\d{1,4})\s*(ч\.?|час[а-я]*)?\s*$/i.exec(typed)?.[1];
  if (!hours || Number(hours) === 0) throw new Error("Впишите число часов, например 72.");
  return Number(hours);
}
