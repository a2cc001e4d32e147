/** @import {Spot} from "./use-follow.js" */
import { useEffect, useRef, useState } from "preact/hooks";

/**
 * One page. Its image is asked for when the page comes near the window; the one before stays until the new
 * one is decoded.
 *
 * @param {{token: number, page: number, scale: number, name: string, here: Spot[],
 *   load: (token: number, page: number, scale: number) => Promise<ArrayBuffer>}} props
 */
export function Sheet({ token, page, scale, name, here, load }) {
  const sheet = useRef(/** @type {HTMLDivElement | null} */ (null));
  const near = useNear(sheet);
  const [image, setImage] = useState(
    /** @type {{url: string, width: number, height: number} | null} */ (null),
  );

  useEffect(() => {
    if (!near) return;
    let left = false;
    let url = "";
    void (async () => {
      try {
        const bytes = await load(token, page, scale);
        if (left) return;
        url = URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
        const next = new Image();
        next.src = url;
        await next.decode();
        if (left) URL.revokeObjectURL(url);
        else setImage({ url, width: next.naturalWidth, height: next.naturalHeight });
      } catch {
        // A composition that was replaced meanwhile has no pages any more; the next token brings them.
        if (url) URL.revokeObjectURL(url);
      }
    })();
    return () => {
      left = true;
    };
  }, [near, token, page, scale]);

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
 * Whether the page is within a window's height of being seen.
 *
 * @param {{current: HTMLDivElement | null}} sheet
 */
function useNear(sheet) {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const page = sheet.current;
    if (!page) return;
    const watch = new IntersectionObserver(
      (seen) => setNear(seen.some((entry) => entry.isIntersecting)),
      { rootMargin: "100% 0px" },
    );
    watch.observe(page);
    return () => watch.disconnect();
  }, []);
  return near;
}
