import { standings as en } from './en/standings'
import { choose } from './index'
import { standings as nb } from './nb/standings'
import { standings as nn } from './nn/standings'

export const standings = choose({ nb, nn, en })
