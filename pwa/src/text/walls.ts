import { walls as en } from './en/walls'
import { choose } from './index'
import { walls as nb } from './nb/walls'
import { walls as nn } from './nn/walls'

export const walls = choose({ nb, nn, en })
