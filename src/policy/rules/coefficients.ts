/** 权重系数 of a unit, from the year's notice (Article 24); in ten-thousandths. */
export interface Coefficients {
  readonly key: number
  readonly special: number
  readonly routine: number
}

export type CoefficientsByUnit = { readonly [unit: string]: Coefficients }
