/** @import {ComponentChildren} from "preact" */
import { Component } from "preact";

import { Button } from "../components/button/Button.jsx";
import { Note } from "../components/note/Note.jsx";

/**
 * A fault of one room stays in it: the rest of the window lives, and the person is told in words.
 *
 * @extends {Component<{children: ComponentChildren}, {fault: string}>}
 */
export class Catch extends Component {
  state = { fault: "" };

  /** @param {unknown} error */
  static getDerivedStateFromError(error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  render() {
    if (!this.state.fault) return this.props.children;
    return (
      <div class="page">
        <Note tone="wrong" what="Этот раздел не открылся" role="alert">
          <p>Записанное цело. Попробуйте ещё раз или перейдите в другой раздел.</p>
          <p class="small">Подробности для разработчика: {this.state.fault}</p>
          <p class="mt-2">
            <Button onClick={() => this.setState({ fault: "" })}>Попробовать ещё раз</Button>
          </p>
        </Note>
      </div>
    );
  }
}
