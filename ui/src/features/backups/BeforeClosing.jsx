import { closeWindow } from "../../api/closing.js";
import { Button } from "../../components/button/Button.jsx";
import { Dialog } from "../../components/dialog/Dialog.jsx";
import { copiesBeforeClosing } from "./work.js";

/** The window goes as soon as the copy is made; whoever is in a hurry goes without it. */
export function BeforeClosing() {
  if (!copiesBeforeClosing.value) return null;
  const leave = () => void closeWindow();
  return (
    <Dialog title="Делаем запасную копию…" onClose={leave}>
      <p role="status">Программа закроется сама, когда копия будет готова. Записи уже сохранены.</p>
      <p class="mt-4">
        <Button onClick={leave}>Закрыть без копии</Button>
      </p>
    </Dialog>
  );
}
