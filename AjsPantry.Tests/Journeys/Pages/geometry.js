// One sentence for each thing on the page that somebody at a window of this size cannot read or hit. The window is as high as the
// page, so that what floats over it lies where the page has made room for it.
() => {
  const found = [];
  const tell = (element, what) => found.push(`${what}: ${name(element)}`);
  const name = element => {
    const words = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.tagName.toLowerCase()}${element.id ? "#" + element.id : ""}${element.className.baseVal === undefined && element.className ? "." + element.className.trim().replace(/\s+/g, ".") : ""}>`
      + (element.name ? ` ${element.name}` : words ? ` "${words}"` : "");
  };

  const pen = document.createElement("canvas").getContext("2d");
  const measure = (text, style) => {
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    return pen.measureText(text).width;
  };

  // What is for screen readers alone, moved out of the window or not shown takes no room.
  const forEars = element => {
    for (let outer = element; outer && outer !== document.body; outer = outer.parentElement) {
      if (getComputedStyle(outer).clipPath === "inset(50%)") return true;
    }
    return false;
  };
  const hidden = element => element.closest(".visually-hidden, .skip, [hidden]") !== null || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || forEars(element);

  /** The part of a box that what it lies in lets one see; null where nothing is left. */
  const seen = (box, element) => {
    let { left, top, right, bottom } = box;
    for (let outer = element; outer && outer !== document.body; outer = outer.parentElement) {
      const style = getComputedStyle(outer);
      // What floats lies in the window alone.
      if (style.position === "fixed") break;
      if (style.overflowX === "visible" && style.clipPath === "none") continue;
      const edge = outer.getBoundingClientRect();
      [left, top, right, bottom] = [Math.max(left, edge.left), Math.max(top, edge.top), Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
    }
    return right - left > 1 && bottom - top > 1 ? { left, top, right, bottom, width: right - left, height: bottom - top } : null;
  };

  // The month on a phone shows beginnings of names, one beside the other; the list below it has all of each.
  const isInMonth = element => innerWidth < 992 && element.closest(".month") !== null;

  const scrolls = element => {
    for (let outer = element; outer; outer = outer.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(outer).overflowX)) return true;
    }
    return false;
  };

  // ---- fields wide enough for what is written into them ----
  const boxes = [...document.querySelectorAll("input:not([type=hidden], [type=checkbox], [type=radio], [type=file], [type=color], [type=range]), select, textarea")].filter(field => !hidden(field));
  for (const field of boxes) {
    const style = getComputedStyle(field);
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const letter = measure("abcdefghijklmnopqrstuvwxyz", style) / 26;
    const short = field.matches("[type=number], [inputmode=numeric], [inputmode=decimal], [type=date], [type=time], [type=month]");
    const limit = field.maxLength > 0 && field.maxLength < 12 ? field.maxLength : 12;
    if (field.matches("select")) {
      // The name that somebody gave to a room may be of any length; its beginning tells which it is.
      if (field.selectedOptions[0] && Math.min(measure(field.selectedOptions[0].label, style), letter * 14) > room + 2) tell(field, `cuts off its choice "${field.selectedOptions[0].label}"`);
    } else if (room < (short ? measure("00000", style) : letter * limit) - 1) {
      tell(field, `has room for ${Math.floor(room / letter)} letters`);
    } else if (short && field.value && !field.matches("[type=date], [type=time], [type=month]") && measure(field.value, style) > room + 1) {
      tell(field, `cuts off its "${field.value}"`);
    } else if (field.placeholder && !field.value && !field.matches("textarea") && measure(field.placeholder, style) > room + 1) {
      tell(field, `cuts off its hint "${field.placeholder}"`);
    }
  }

  // ---- words that are cut off, and words that lie on words ----
  const words = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!text.data.trim() || element.matches("script, style, template, option, textarea, noscript") || hidden(element)) continue;
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      if (box.width < 2) continue;
      const part = seen(box, element);
      if (!part || box.right - part.right > 2 || part.left - box.left > 2) {
        const cut = part ? Math.max(box.right - part.right, part.left - box.left) : box.width;
        if (!scrolls(element) && !isInMonth(element)) tell(element, `is cut off by ${Math.round(cut)} px`);
        if (!part) continue;
      }
      // A line is higher than its letters.
      words.push({ element, text, left: part.left + 1, right: part.right - 1, top: part.top + part.height * .28, bottom: part.bottom - part.height * .28 });
    }
  }

  words.sort((one, other) => one.top - other.top);
  for (let i = 0; i < words.length; i++) {
    const one = words[i];
    for (let j = i + 1; j < words.length && words[j].top < one.bottom; j++) {
      const other = words[j];
      if (one.text === other.text || one.right - 2 < other.left || other.right - 2 < one.left || Math.min(one.bottom, other.bottom) - other.top < 2) continue;
      const layer = element => element.closest(".tabs, .dock, .topbar, .act, .toast-line, dialog");
      if (layer(one.element) !== layer(other.element) || (isInMonth(one.element) && isInMonth(other.element))) continue;
      tell(one.element, `lies on "${other.text.data.trim().slice(0, 30)}"`);
    }
  }

  // ---- what one presses is on top, and labels are at their own field ----
  const controls = [...document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden]), textarea")].filter(control => !hidden(control));
  for (const control of controls) {
    const whole = control.getBoundingClientRect();
    const box = whole.width < 2 || whole.height < 2 || control.closest("dialog:not([open])") ? null : seen(whole, control);
    if (!box) continue;
    // A link that breaks over two lines has its middle in neither.
    const lines = [...control.getClientRects()];
    const line = lines.length > 1 ? lines[0] : box;
    const [x, y] = [(line.left + line.right) / 2, (line.top + line.bottom) / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
    const top = document.elementFromPoint(x, y);
    const own = !top || control.contains(top) || top.contains(control) || [...(control.labels ?? [])].some(label => label.contains(top))
      || (top.matches(".pre, .i, svg, svg *") && control.parentElement.contains(top));
    if (!own) tell(control, `is covered by ${name(top)}`);
  }

  const gap = (one, other) => ({
    across: Math.max(0, Math.max(one.left, other.left) - Math.min(one.right, other.right)),
    down: Math.max(0, Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom)),
  });
  const far = (one, other) => { const { across, down } = gap(one, other); return Math.hypot(across, down); };
  for (const field of boxes) {
    for (const label of field.labels ?? []) {
      if (hidden(label) || label.contains(field)) continue;
      const [from, to] = [label.getBoundingClientRect(), field.getBoundingClientRect()];
      if (!seen(from, label)) continue;
      const distance = far(from, to);
      const isBeside = gap(from, to).down === 0;
      const nearer = !isBeside && boxes.find(other => other !== field && far(from, other.getBoundingClientRect()) < distance - 4);
      if (from.top > to.bottom) tell(field, "has its label below it");
      else if (gap(from, to).down > 24 || (gap(from, to).across > 24 && !isBeside)) tell(field, `is ${Math.round(distance)} px from its label "${label.textContent.trim().slice(0, 30)}"`);
      else if (nearer) tell(field, `stands farther from its label "${label.textContent.trim().slice(0, 30)}" than ${name(nearer)}`);
    }
  }

  return [...new Set(found)];
}
