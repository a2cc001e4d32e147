use super::{folded, one_line};
use crate::ids::TaskId;
use crate::records::Task;

/// The task of a plan that a cell names: by its number («2», «Задача 2»), by its words, or by both («2. Выявить …»).
/// Nothing where the cell says nothing.
///
/// # Errors
/// A sentence where the plan has no such task.
pub fn read_task(cell: &str, tasks: &[Task]) -> Result<Option<TaskId>, String> {
    let said = folded(cell);
    if said.is_empty() {
        return Ok(None);
    }
    let said = said.strip_prefix("задача ").unwrap_or(&said);
    let named = (1..).zip(tasks).find(|(number, task)| {
        let number = format!("{number}");
        let text = folded(&task.text);
        let words = said.strip_prefix(&number).and_then(|rest| rest.strip_prefix(' ')).unwrap_or(said);
        said == number || (!text.is_empty() && (said == text || words == text))
    });
    match named {
        Some((_, task)) => Ok(Some(task.id)),
        None => Err(format!(
            "«{}» — такой задачи в плане нет; строка войдёт без задачи, её можно выбрать потом.",
            one_line(cell)
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn tasks() -> Vec<Task> {
        let texts = ["Выявить затруднения;", "", "Обобщить опыт наставников", "3 урока для всех"];
        let tasks = (1..).zip(texts).map(|(number, text)| Task {
            id: TaskId(uuid::Uuid::from_u128(number)),
            text: text.to_owned(),
            state: None,
            note: String::new(),
        });
        tasks.collect()
    }

    #[rstest]
    #[case("1", Some(1))]
    #[case("Задача 3", Some(3))]
    #[case("№ 3.", Some(3))]
    #[case("выявить  затруднения", Some(1))]
    #[case("3. Обобщить опыт\nнаставников", Some(3))]
    #[case("3 урока для всех", Some(4))]
    #[case(" — ", None)]
    fn a_task_is_named_by_number_or_words(#[case] cell: &str, #[case] task: Option<u128>) {
        let named = task.map(|number| TaskId(uuid::Uuid::from_u128(number)));
        assert_eq!(read_task(cell, &tasks()), Ok(named));
    }

    #[rstest]
    #[case("5")]
    #[case("1, 3")]
    #[case("Провести конкурс")]
    #[case("1. Провести конкурс")]
    fn what_is_no_task_of_the_plan_is_said(#[case] cell: &str) {
        let told = read_task(cell, &tasks()).unwrap_err();
        assert!(told.starts_with(&format!("«{cell}» — такой задачи в плане нет")), "{told}");
    }
}
