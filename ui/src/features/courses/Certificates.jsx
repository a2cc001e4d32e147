/** @import {Course} from "../../api/types/records" */
import { useState } from "preact/hooks";

import { attachFiles } from "../../api/attachments.js";
import { Button } from "../../components/button/Button.jsx";
import { allOf } from "../../state/records.js";
import { attachAndTell } from "../files/acts.js";
import { FileList } from "../files/FileList.jsx";
import { certificateName, isCertificateOf } from "./certificates.js";

/**
 * The certificate of a course as a file. It lies with the person and is called by the course.
 *
 * @param {{person: string, course: Course}} props
 */
export function Certificates({ person, course }) {
  const [busy, setBusy] = useState(false);
  if (course.state === "planned") return null;
  const files = allOf("attachment").filter(
    (file) => file.belongs_to === person && isCertificateOf(file, course),
  );
  const button = `certificate-${course.id}`;
  async function attach() {
    setBusy(true);
    await attachAndTell(() => attachFiles(person, "proof", null, certificateName(course)));
    setBusy(false);
  }
  return (
    <>
      <FileList files={files} next={button} />
      <p class="mt-2">
        <Button
          id={button}
          look="quiet"
          flush
          sign="plus"
          disabled={busy}
          onClick={() => void attach()}
        >
          Приложить удостоверение
        </Button>
      </p>
    </>
  );
}
