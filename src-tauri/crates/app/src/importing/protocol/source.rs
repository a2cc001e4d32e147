//! What the reader of protocols is given: the text of the file, and what is known of the community.

use pps_domain::calendar::SchoolYear;
use pps_domain::community_records::CommunityRecords;
use pps_domain::import::People;
use pps_domain::import::protocol::{
    NotRecognised, ProtocolBlock, ProtocolContext, ProtocolMember, ReadProtocol,
};
use pps_domain::russian::counted;
use pps_exchange::office_text::{LeftOutKind, OfficeText, TextBlock};

use super::ProtocolDraft;

impl ProtocolDraft {
    pub(super) fn of(name: String, bytes: Vec<u8>, text: OfficeText) -> Self {
        let mut left_out: Vec<(String, String)> = Vec::new();
        let mut blocks = Vec::new();
        for block in text.blocks {
            blocks.push(match block {
                TextBlock::Paragraph(paragraph) => ProtocolBlock::Paragraph {
                    strong: paragraph.heading || paragraph.bold,
                    text: paragraph.text,
                    number: paragraph.number,
                },
                TextBlock::Table(table) => {
                    let cells = table.rows.iter().flatten().filter(|cell| !cell.struck.is_empty());
                    left_out.extend(cells.map(|cell| (cell.struck.clone(), why(LeftOutKind::StruckOut))));
                    let rows = table.rows.into_iter();
                    let rows = rows.map(|row| row.into_iter().map(|cell| cell.text).collect());
                    ProtocolBlock::Table(rows.collect())
                }
            });
        }
        let pictures = text.left_out.iter().filter(|left| left.what == LeftOutKind::Picture).count();
        let texts = text.left_out.into_iter().filter(|left| left.what != LeftOutKind::Picture);
        left_out.extend(texts.map(|left| (left.text, why(left.what))));
        Self { name, bytes, blocks, left_out, pictures }
    }

    /// Lists what the file holds beside its text.
    pub(super) fn tell_left_out(&self, read: &mut ReadProtocol) {
        let left = self.left_out.iter();
        let left = left.map(|(text, why)| NotRecognised { text: text.clone(), why: why.clone() });
        read.not_recognised.extend(left);
        if self.pictures > 0 {
            let counted = counted(self.pictures, "рисунок", "рисунка", "рисунков");
            read.remarks.push(format!(
                "В файле {counted}: в запись они не войдут, но останутся в приложенном файле."
            ));
        }
    }
}

fn why(what: LeftOutKind) -> String {
    format!("{}.", what.in_words())
}

pub(super) fn context(known: &CommunityRecords, year: SchoolYear) -> ProtocolContext {
    let of_year = || {
        let members = known.memberships.values();
        members.filter(move |member| member.from <= year.end() && member.to.is_none_or(|to| year.eve() <= to))
    };
    let members =
        of_year().filter(|member| !known.is_anonymised(member.person)).map(|member| ProtocolMember {
            person: member.person,
            name: known.surname_first(member.person, year.end()),
            from: member.from,
            to: member.to,
        });
    let about = of_year().filter_map(|member| {
        let facts = known.facts(member.person, year.end())?;
        let organisation = facts.organisation.and_then(|id| known.organisations.get(&id));
        let organisation = organisation.map(|one| format!("{} {}", one.name, one.short_name));
        let category = facts.category.in_words();
        let about = [facts.post.as_str(), category, &organisation.unwrap_or_default()].join(" ");
        Some((member.person, about))
    });
    let community = &known.community;
    let base = community.base.and_then(|id| known.organisations.get(&id)).map(|base| base.name.clone());
    let names = [&community.name, &community.short_name, &community.district, &community.higher_body];
    let names = names.into_iter().cloned().chain(base);
    ProtocolContext {
        year,
        people: People::of(known, year.eve(), year.end()),
        members: members.collect(),
        about: about.collect(),
        names: names.chain([USUAL.to_owned()]).collect(),
    }
}

/// What bodies are called wherever they are.
const USUAL: &str = "профессионального педагогического сообщества районного городского школьного методического \
                     объединения учителей ППС РМО ГМО ШМО МО";
