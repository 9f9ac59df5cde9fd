/**
 * Whom words mean among several units: those of that name or number, or else all whose names have the words in them; every
 * unit where nothing was said.
 */
export function called<Place extends { readonly name: string }>(
  places: readonly Place[],
  words: string,
  numberOf: (place: Place) => string,
): readonly Place[] {
  const exact = places.filter((one) => one.name === words || numberOf(one) === words)
  return exact.length > 0 ? exact : places.filter((one) => one.name.includes(words))
}
