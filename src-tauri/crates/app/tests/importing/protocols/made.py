"""How the protocols beside this file were made: `pip install python-docx`, then `python made.py`. The names are invented.

Each has another real layout. `tabs.docx` was opened and saved by LibreOffice afterwards (`soffice --convert-to docx`), so that
there is a file of another program too.
"""

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def centred(doc, text, bold=True):
    paragraph = doc.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).bold = bold


def lines(doc, *texts):
    for text in texts:
        doc.add_paragraph(text)


def table(doc, rows, style="Table Grid"):
    made = doc.add_table(rows=0, cols=len(rows[0]))
    made.style = style
    for row in rows:
        for cell, text in zip(made.add_row().cells, row):
            first, *rest = text.split("\n")
            cell.paragraphs[0].text = first
            for line in rest:
                cell.add_paragraph(line)


def lists(doc):
    """A list of two levels («1.», «1.1.») and one of dashes; answers with their numbers."""
    root = doc.part.numbering_part.element
    made = []
    for abstract, levels in ((90, [("decimal", "%1."), ("decimal", "%1.%2.")]), (91, [("decimal", "%1)")]), (92, [("bullet", "–")])):
        node = OxmlElement("w:abstractNum")
        node.set(qn("w:abstractNumId"), str(abstract))
        for at, (form, text) in enumerate(levels):
            level = OxmlElement("w:lvl")
            level.set(qn("w:ilvl"), str(at))
            for name, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", text)):
                child = OxmlElement(name)
                child.set(qn("w:val"), value)
                level.append(child)
            node.append(level)
        first = root.find(qn("w:num"))
        first.addprevious(node) if first is not None else root.append(node)
        number = OxmlElement("w:num")
        number.set(qn("w:numId"), str(abstract))
        child = OxmlElement("w:abstractNumId")
        child.set(qn("w:val"), str(abstract))
        number.append(child)
        root.append(number)
        made.append(abstract)
    return made


def numbered(doc, number, level, text):
    paragraph = doc.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    node = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", level), ("w:numId", number)):
        child = OxmlElement(name)
        child.set(qn("w:val"), str(value))
        node.append(child)
    properties.append(node)


def tables():
    doc = Document()
    centred(doc, "ПРОТОКОЛ № 2")
    table(doc, [["16.01.2026", "с. Батурино"]], "Normal Table")
    lines(doc, "Председатель: Соколова М. В.", "Секретарь: Кузнецова О. И.", "Присутствовали:")
    table(doc, [
        ["№ п/п", "ФИО", "Должность", "Отметка о присутствии"],
        ["1", "Соколова Марина Викторовна", "учитель русского языка и литературы", "присутствует"],
        ["2", "Гришин Алексей Петрович", "директор", "присутствует"],
        ["3", "Кузнецова Ольга Ивановна", "заместитель директора по УВР", "присутствует"],
        ["4", "Ларина Светлана Юрьевна", "учитель математики", "присутствует"],
        ["5", "Тишкин Роман Игоревич", "учитель информатики", "отсутствует"],
    ])
    centred(doc, "Повестка дня")
    table(doc, [
        ["№", "Вопрос", "Докладчик"],
        ["1", "О типичных затруднениях педагогов", "Соколова М. В."],
        ["2", "О посещении уроков", "Ларина С. Ю."],
    ])
    lines(doc, "1. СЛУШАЛИ: Соколову М. В. – о типичных затруднениях педагогов.", "Показан свод анкет: критериальное оценивание, работа с текстом.")
    table(doc, [
        ["№", "Решение", "Ответственный", "Срок"],
        ["1.1", "Взять в работу три затруднения", "", ""],
        ["1.2", "Описать пять приёмов для банка практик", "Ларина С. Ю.", "до 01.03.2026"],
    ])
    lines(doc, "Голосовали: «за» – 4, «против» – 0, «воздержались» – 0.", "2. СЛУШАЛИ: Ларину С. Ю. – о посещении уроков.")
    table(doc, [
        ["№", "Решение", "Ответственный", "Срок"],
        ["2.1", "Завершить посещение уроков", "Гришин А. П., учителя-предметники", "март 2026"],
    ])
    lines(doc, "Решение принято единогласно.")
    table(doc, [["Председатель", "____________", "М. В. Соколова"], ["Секретарь", "____________", "О. И. Кузнецова"]], "Normal Table")
    doc.save("tables.docx")


def word_numbers():
    doc = Document()
    main, small, dash = lists(doc)
    centred(doc, "Протокол заседания")
    centred(doc, "от 5 сентября 2025 г. № 1", bold=False)
    lines(doc, "г. Рыбное", "Председатель – Соколова М.В.", "Секретарь – Кузнецова О.И.", "Присутствовали:")
    for name in ("Соколова М.В.", "Гришин А.П.", "Кузнецова О.И.", "Фомин Д.С.", "Ларина С.Ю."):
        numbered(doc, small, 0, name)
    lines(doc, "Приглашена: Панина Е. В., методист РИМК", "Повестка дня:")
    numbered(doc, dash, 0, "Об итогах 2024/25 года. Докладчик: Соколова М.В.")
    numbered(doc, dash, 0, "О плане работы на 2025/26 год. Докладчик: Соколова М.В.")
    numbered(doc, main, 0, "СЛУШАЛИ: Соколову М.В. об итогах 2024/25 года.")
    lines(doc, "РЕШИЛИ:")
    numbered(doc, main, 1, "Признать работу удовлетворительной.")
    numbered(doc, main, 1, "Подготовить справку по ВПР и ОГЭ. Ответственный: Кузнецова О. И. Срок: до 22 сентября 2025 г.")
    lines(doc, "Проголосовали единогласно.")
    numbered(doc, main, 0, "СЛУШАЛИ: Соколову М.В. о плане работы.")
    lines(doc, "ВЫСТУПИЛИ:")
    lines(doc, "Гришин А.П. предложил включить дорожную карту школы.", "Фомин Д.С. предложил взаимное посещение уроков.")
    lines(doc, "РЕШИЛИ:")
    numbered(doc, main, 1, "Принять план с дополнениями.")
    numbered(doc, main, 1, "Рекомендовать школам направить участников на курсы.")
    lines(doc, "За – 4, против – нет, воздержался – 1.", "Председатель ________ Соколова М.В.", "Секретарь ________ Кузнецова О.И.")
    doc.save("word-numbers.docx")


def inline():
    doc = Document()
    lines(
        doc,
        "Протокол № 3 заседания сообщества от 22.05.2026 г.",
        "Присутствовали 4 человека: Соколова М.В., Гришин А.П., Ларина С.Ю., Тишкин Р.И.",
        "Отсутствовали: Фомин Д.С. (курсы)",
        "Повестка дня: 1. Об итогах работы за год и проекте плана (Соколова М.В.) 2. О банке практик (Ларина С.Ю.)",
        "По первому вопросу слушали Соколову М.В., которая познакомила с итогами работы за год и проектом плана.",
        "Постановили: 1) одобрить предварительный план; 2) сдать отчёт и план в РИМК не позднее 31.08.2026, отв. Соколова М.В.",
        "По второму вопросу слушали Ларину С.Ю.: собрано семь практик.",
        "Постановили: рекомендовать к распространению семь практик; разместить на сайте до 15.06.2026 (отв. Тишкин Р.И.)",
        "Председатель: Соколова М.В.",
        "Секретарь: Кузнецова О.И.",
    )
    doc.save("inline.docx")


def headings():
    doc = Document()
    doc.add_heading("ПРОТОКОЛ № 4", 1)
    lines(doc, "Дата проведения: 26–27 марта 2026 года", "Место проведения: МБОУ «Батуринская СШ»", "Форма проведения: смешанная", "Время начала: 14.00")
    doc.add_heading("Присутствовали", 2)
    lines(doc, "Соколова Марина Викторовна – руководитель", "Гришин Алексей Петрович – директор", "Ларина Светлана Юрьевна – учитель математики")
    doc.add_heading("Отсутствовали", 2)
    lines(doc, "Кузнецова Ольга Ивановна – болезнь")
    doc.add_heading("Повестка дня", 2)
    lines(doc, "1. О работе с одарёнными детьми", "2. Круглый стол «Как мы оцениваем»")
    doc.add_heading("Вопрос 1. О работе с одарёнными детьми", 2)
    doc.add_heading("Слушали", 3)
    lines(doc, "Гришина Алексея Петровича. Он рассказал о школьной олимпиаде.", "Участвовали 40 учеников.")
    doc.add_heading("Выступили", 3)
    lines(doc, "Ларина С. Ю. – поддержать учеников начальной школы", "Соколова М. В. – собрать задания")
    doc.add_heading("Постановили", 3)
    lines(doc, "1. Собрать банк заданий.", "Ответственный: Ларина С. Ю.", "Срок: май", "2. Принять информацию к сведению.")
    doc.add_heading("Голосовали", 3)
    lines(doc, "«за» — 3, «против» — 0, «воздержались» — 0")
    doc.add_heading("Вопрос 2. Круглый стол «Как мы оцениваем»", 2)
    doc.add_heading("Выступили", 3)
    lines(doc, "Все участники поделились приёмами.")
    doc.add_heading("Постановили", 3)
    lines(doc, "1. Провести открытые уроки. Ответственные: рабочая группа. Сроки: апрель – май 2026 г.")
    lines(doc, "Председатель\t________\tСоколова М. В.")
    doc.save("headings.docx")


def two_columns():
    doc = Document()
    centred(doc, "ПРОТОКОЛ")
    centred(doc, "14 ноября 2025 года № 5")
    lines(doc, "Присутствовали (6 из 10):")
    table(doc, [["Соколова М. В.\nГришин А. П.\nКузнецова О. И.", "Ларина С. Ю.\nФомин Д. С.\nТишкин Р. И."]], "Normal Table")
    lines(doc, "Приглашены: администрация школы – 2 человека")
    centred(doc, "ПОВЕСТКА")
    lines(doc, "О формирующем оценивании на уроке", "О цифровых инструментах")
    centred(doc, "По первому вопросу")
    lines(doc, "выступила Ларина С. Ю. с докладом «Пять приёмов».", "Затем прошло обсуждение открытого урока.")
    centred(doc, "РЕШЕНИЕ")
    lines(doc, "– использовать приёмы на уроках;", "– Тишкину Р. И. разместить запись на сайте до 1 декабря 2025 г.;")
    centred(doc, "По второму вопросу")
    lines(doc, "выступил Тишкин Р. И. – цифровые инструменты обратной связи.")
    centred(doc, "РЕШЕНИЕ")
    lines(doc, "– принять к сведению.", "Единогласно.")
    doc.save("two-columns.docx")


def tabs():
    doc = Document()
    lines(
        doc,
        "ПРОТОКОЛ\t№ 6",
        "12 февраля 2026 г.\tг. Рыбное",
        "Председатель:\tСоколова М. В.",
        "Секретарь:\tКузнецова О. И.",
        "Присутствовали:\tСоколова М. В., Кузнецова О. И., Фомин Д. С., Щербакова-Дёмина А. В.",
        "Приглашены:\tПанина Е. В., методист РИМК",
        "ПОВЕСТКА ДНЯ:",
        "1.\tО читательской грамотности\tФомин Д. С.",
        "2.\tО конкурсах\tПанина Е. В., методист РИМК",
        "1.\tСЛУШАЛИ:\tФомина Д. С. — о читательской грамотности на уроках истории.",
        "\tВЫСТУПИЛИ:\tЩербакова-Дёмина А. В. — о работе с текстом на уроках биологии.",
        "\tРЕШИЛИ:\t1.1. Провести вебинар.\tОтв.: Фомин Д. С.\tСрок: 12.02.2026",
        "2.\tСЛУШАЛИ:\tПанину Е. В. — о конкурсах.",
        "\tРЕШИЛИ:\t2.1. Подать заявки. Отв.: директор школы. Срок: до 1 марта",
        "Председатель\t________\tМ. В. Соколова",
        "Секретарь\t________\tО. И. Кузнецова",
    )
    doc.save("tabs.docx")


for make in (tables, word_numbers, inline, headings, two_columns, tabs):
    make()
