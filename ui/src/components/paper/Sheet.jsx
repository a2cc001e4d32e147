/** @import {Spot} from "./use-follow.js" */
import { useEffect, useRef, useState } from "preact/hooks";

/** Longer than between two letters. */
const LATER = 400;

/**
 * One page. Its image is asked for when the page comes near the window; the one before stays until the new
 * one is decoded. A composition in which the page shows the same asks for no image.
 *
 * @param {{token: number, print: string, page: number, scale: number, name: string, here: Spot[],
 *   load: (token: number, page: number, scale: number) => Promise<ArrayBuffer>}} props
 */
export function Sheet({ token, print, page, scale, name, here, load }) {
  const sheet = useRef(/** @type {HTMLDivElement | null} */ (null));
  const { near, seen } = useNear(sheet);
  const inSight = useRef(seen);
  inSight.current = seen;
  const shown = useRef("");
  const [image, setImage] = useState(
    /** @type {{url: string, width: number, height: number} | null} */ (null),
  );

  useEffect(() => {
    const wanted = `${print} ${scale}`;
    if (!near || shown.current === wanted) return;
    let left = false;
    let url = "";
    void (async () => {
      try {
        // What is looked at comes first; a page beside it waits until typing rests.
        if (!inSight.current) await new Promise((go) => setTimeout(go, LATER));
        if (left) return;
        const bytes = await load(token, page, scale);
        if (left) return;
        url = URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
        const next = new Image();
        next.src = url;
        await next.decode();
        if (left) URL.revokeObjectURL(url);
        else {
          shown.current = wanted;
          setImage({ url, width: next.naturalWidth, height: next.naturalHeight });
        }
      } catch {
        // A composition that was replaced meanwhile has no pages any more; the next token brings them.
        if (url) URL.revokeObjectURL(url);
      }
    })();
    return () => {
      left = true;
    };
  }, [near, token, print, page, scale]);

  // The address of an image is given back when another one has taken its place.
  useEffect(() => {
    const shown = image?.url;
    return () => {
      if (shown) URL.revokeObjectURL(shown);
    };
  }, [image]);

  return (
    <div class="paper" ref={sheet}>
      {image ? (
        <img src={image.url} width={image.width} height={image.height} alt={name} />
      ) : (
        <div class="paper__blank" />
      )}
      {here.length > 0 && (
        <svg
          class="paper__here"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {here.map(({ top, bottom }) => (
            <rect key={top} x="7.5" y={top * 100} width="0.9" height={(bottom - top) * 100} />
          ))}
        </svg>
      )}
    </div>
  );
}

/**
 * Whether the page is within a window's height of being seen, and whether it is seen.
 *
 * @param {{current: HTMLDivElement | null}} sheet
 */
function useNear(sheet) {
  const [place, setPlace] = useState({ near: false, seen: false });
  useEffect(() => {
    const page = sheet.current;
    if (!page) return;
    /** @param {"near" | "seen"} what @param {string} rootMargin */
    const watch = (what, rootMargin) => {
      const observer = new IntersectionObserver(
        (entries) =>
          setPlace((now) => ({ ...now, [what]: entries.some((entry) => entry.isIntersecting) })),
        { rootMargin },
      );
      observer.observe(page);
      return observer;
    };
    const watches = [watch("near", "100% 0px"), watch("seen", "0px")];
    return () => watches.forEach((one) => one.disconnect());
  }, []);
  return place;
}
