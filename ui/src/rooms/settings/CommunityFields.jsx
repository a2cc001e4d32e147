/** @import {Community} from "../../api/types/records" */
import { DateField } from "../../components/field/DateField.jsx";
import { TextArea } from "../../components/field/TextArea.jsx";
import { TextField } from "../../components/field/TextField.jsx";
import { readOldDateHere } from "../../state/reading.js";
import { BodyFields } from "./BodyFields.jsx";
import { SchoolField } from "../../features/organisations/SchoolField.jsx";

/** @param {{kept: Community, put: (change: (latest: Community) => Community) => void}} props */
export function CommunityFields({ kept, put }) {
  /**
   * @template {keyof Community} K
   * @param {K} field
   */
  const saves = (field) => (/** @type {Community[K]} */ value) =>
    put((latest) => ({ ...latest, [field]: value }));
  return (
    <div class="fields">
      <TextArea
        line
        label="Полное название, как в приказе"
        value={kept.name}
        wrong={
          kept.name.trim() ? null : "Впишите название: без него не напечатать ни одной бумаги."
        }
        onSave={saves("name")}
      />
      <TextField
        label="Краткое название, для списков и имени папки"
        value={kept.short_name}
        onSave={saves("short_name")}
      />
      <BodyFields kept={kept} put={put} />
      <TextField label="Район" span={8} value={kept.district} onSave={saves("district")} />
      <TextField label="Город или посёлок" span={4} value={kept.place} onSave={saves("place")} />
      <TextArea
        label="Вышестоящий орган"
        hint="Стоит первой строкой протокола"
        value={kept.higher_body}
        onSave={saves("higher_body")}
      />
      <SchoolField
        span={7}
        label="На базе какой организации"
        hint="Любое слово названия: «рыб» или «№ 3»"
        value={kept.base}
        onSave={(base) => put((latest) => ({ ...latest, base }))}
      />
      <DateField
        span={5}
        label="С какого дня ведётся здесь"
        hint="О времени до этого дня программа не спрашивает"
        value={kept.kept_since}
        read={readOldDateHere}
        onSave={saves("kept_since")}
      />
    </div>
  );
}
