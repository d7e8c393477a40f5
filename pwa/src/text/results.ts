import { results as en } from './en/results'
import { choose } from './index'
import { results as nb } from './nb/results'
import { results as nn } from './nn/results'

export const results = choose({ nb, nn, en })
