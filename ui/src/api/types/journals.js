// Generated from Rust by `cargo xtask bindings`: a change here is lost.
/** @import {Journal} from "./records" */

/** The journals of the methodical work: its room, its name, the clauses that it serves, what it is good for. */
export const JOURNALS = /** @type {{id: Journal, room: string, title: string, clauses: string, why: string}[]} */ ([
  {"clauses":"3.1.1, 4.3","id":"surveys","room":"surveys","title":"Затруднения","why":"Анкеты и замеры: видно, что учителям труднее всего, и это входит в план и отчёт."},
  {"clauses":"3.1.4","id":"consultations","room":"consultations","title":"Консультации","why":"Кого и о чём консультировали: складывается журнал и число для отчёта."},
  {"clauses":"3.1.4","id":"routes","room":"routes","title":"ИОМ","why":"Индивидуальный образовательный маршрут участника: дефициты, шаги, отметки, печатный лист."},
  {"clauses":"3.1.5, 3.1.6","id":"expertise","room":"expertise","title":"Экспертиза","why":"Экспертное заключение с показателями и суммой баллов, вопрос в повестку и решение по нему."},
  {"clauses":"3.1.6","id":"road_maps","room":"road-maps","title":"Дорожные карты","why":"Помощь школе с низкими результатами по шагам: отчёт сам покажет, что сделано и что изменилось."},
  {"clauses":"3.1.6","id":"control","room":"control","title":"Контроль","why":"Поручения, строки плана и шаги дорожных карт в одном списке, просроченные сверху."},
  {"clauses":"3.1.7, 4.3","id":"courses","room":"courses","title":"Курсы","why":"Кто и когда учился, кому пора, заявка на курсы с темами из затруднений."},
  {"clauses":"3.1.3, 3.1.7","id":"events","room":"events","title":"События","why":"Семинары, мастер-классы, вебинары, открытые уроки, конкурсы и конференции с участниками и итогами."},
  {"clauses":"3.1.1, 3.1.3","id":"lessons","room":"lessons","title":"Посещение уроков","why":"Лист анализа каждого посещённого урока; отчёт посчитает уроки и школы."},
  {"clauses":"2.2, 3.1.2","id":"materials","room":"materials","title":"Материалы","why":"Реестр методических материалов с файлами; отсюда же готовятся страницы для сайта."},
  {"clauses":"2.2","id":"practices","room":"practices","title":"Банк практик","why":"Описания удачных практик с согласием автора, заключением и протоколом рекомендации."},
  {"clauses":"1.5, 4.3","id":"acts","room":"acts","title":"Нормативные документы","why":"Полка законов, приказов и писем, лист ознакомления и что изучить на заседании."},
]);
