/** What the first start says at its top; the page's file has it already, so that it stands with the first picture. */
export const GREETING = "Здравствуйте. Внесём сведения о вашем объединении";
export const LEAD =
  "Три шага, минут пятнадцать. Остановитесь на любом: набранное сохраняется само.";
