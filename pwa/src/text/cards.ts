import { cards as en } from './en/cards'
import { choose } from './index'
import { cards as nb } from './nb/cards'
import { cards as nn } from './nn/cards'

export const cards = choose({ nb, nn, en })
