const SHOWN = 8

/** `药学院、护理学院`; of many the first eight and how many there are. */
export function sayUnits(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join('、')
  return names.length > SHOWN ? `${shown}等${names.length}个单位` : shown
}
