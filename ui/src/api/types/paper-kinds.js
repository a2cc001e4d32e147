/** @import {PaperForm, PaperKind, Parameter} from "./commands" */

/** @type {{[kind in PaperKind]: {title: string, needs: Parameter[], takes: Parameter[], forms: PaperForm[]}}} */
export const PAPERS = {
  protocol: {
    title: "Протокол",
    needs: ["year", "meeting"],
    takes: [],
    forms: ["pdf", "docx"],
  },
  extract: {
    title: "Выписка из протокола",
    needs: ["year", "meeting", "part"],
    takes: [],
    forms: ["pdf", "docx"],
  },
  notice: {
    title: "Извещение о заседании",
    needs: ["year", "meeting"],
    takes: [],
    forms: ["pdf", "docx"],
  },
  worksheet: {
    title: "Рабочий лист секретаря",
    needs: ["year", "meeting"],
    takes: [],
    forms: ["pdf", "docx"],
  },
  attendance: {
    title: "Лист регистрации",
    needs: ["year", "meeting"],
    takes: [],
    forms: ["pdf", "docx"],
  },
  assignments: {
    title: "Контроль исполнения решений",
    needs: ["year"],
    takes: ["meeting"],
    forms: ["pdf", "docx"],
  },
  plan: {
    title: "План работы",
    needs: ["year"],
    takes: ["order"],
    forms: ["pdf", "docx", "xlsx", "ics"],
  },
  report: {
    title: "Аналитический отчёт",
    needs: ["year"],
    takes: ["full"],
    forms: ["pdf", "docx"],
  },
  handed_over: {
    title: "Сданная бумага",
    needs: ["year", "submission"],
    takes: ["full"],
    forms: ["pdf", "docx"],
  },
  roster: {
    title: "Состав",
    needs: ["year"],
    takes: [],
    forms: ["pdf", "docx"],
  },
  register: {
    title: "Реестр протоколов",
    needs: ["year"],
    takes: [],
    forms: ["pdf", "docx"],
  },
  inventory: {
    title: "Опись для РИМК",
    needs: ["year"],
    takes: [],
    forms: ["pdf", "docx"],
  },
  certificate: {
    title: "Справка о работе руководителя",
    needs: [],
    takes: ["year", "period"],
    forms: ["pdf", "docx"],
  },
  petition: {
    title: "Ходатайство об изменении состава",
    needs: [],
    takes: ["year", "words"],
    forms: ["pdf", "docx"],
  },
  course_request: {
    title: "Заявка на курсы",
    needs: [],
    takes: ["year", "words"],
    forms: ["pdf", "docx", "xlsx"],
  },
  courses: {
    title: "Курсы повышения квалификации",
    needs: ["year"],
    takes: [],
    forms: ["pdf", "docx"],
  },
  consultations: {
    title: "Журнал консультаций",
    needs: ["year"],
    takes: [],
    forms: ["pdf", "docx"],
  },
  survey: {
    title: "Анкета о затруднениях",
    needs: [{"record":"questionnaire"}],
    takes: ["year"],
    forms: ["pdf", "docx", "xlsx"],
  },
  difficulties: {
    title: "Свод затруднений",
    needs: ["year", {"record":"survey"}],
    takes: [],
    forms: ["pdf", "docx"],
  },
  route: {
    title: "ИОМ",
    needs: [{"record":"route"}],
    takes: ["year"],
    forms: ["pdf", "docx"],
  },
  consent: {
    title: "Согласие на обработку данных",
    needs: [],
    takes: ["year", "person"],
    forms: ["pdf", "docx"],
  },
  succession: {
    title: "Лист передачи дел",
    needs: ["year"],
    takes: [],
    forms: ["pdf", "docx"],
  },
  acquaintance: {
    title: "Лист ознакомления",
    needs: [{"record":"legal_act"}],
    takes: [],
    forms: ["pdf", "docx"],
  },
  exports: {
    title: "Журнал выдачи",
    needs: [],
    takes: ["year"],
    forms: ["pdf", "docx"],
  },
};
