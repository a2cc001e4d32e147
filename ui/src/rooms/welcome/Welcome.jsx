import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

import { programVersion } from "../../api/program.js";
import { Brand } from "../../components/brand/Brand.jsx";
import "./welcome.css";

const version = signal("");

/** The only screen until the rooms arrive: it says honestly what works today and what does not yet. */
export function Welcome() {
  useEffect(() => {
    programVersion().then(
      (text) => (version.value = text),
      // Without the shell (a plain browser) there is no version to show, and the line is simply absent.
      () => (version.value = ""),
    );
  }, []);

  return (
    <main class="welcome">
      <header class="welcome__head">
        <Brand />
        <div>
          <h1>ППС: рабочее место руководителя</h1>
          <p class="welcome__lead">
            План, заседания, протоколы и отчёт профессионального педагогического сообщества.
          </p>
        </div>
      </header>
      <section class="welcome__state" aria-labelledby="state">
        <h2 id="state">Окно пока пустое</h2>
        <p>
          Разделы программы ещё не готовы. Вести год уже можно: программа <b>pps-cli</b> хранит
          записи, проверяет сроки, готовит бумаги к подписи и собирает папку для РИМК.
        </p>
        <p>Всё, что внесено через неё, откроется здесь, когда разделы появятся.</p>
      </section>
      <p class="welcome__calm">
        Программа работает без интернета и ничего никуда не отправляет.
        {version.value && <span> Версия {version.value}.</span>}
      </p>
    </main>
  );
}
