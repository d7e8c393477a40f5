/** Words of competitions between organisations. */
export const meets = {
  against: (names: string) => `Mot ${names}`,
  invite: 'Inviter en annen virksomhet',
  inviteWhy: 'Den som får koden, kan være med med sine avdelinger. De ser summene til avdelingene deres, og dere ser deres. Aldri en person.',
  code: 'Koden',
  codeWhy: 'Gi den til en redaktør hos den andre virksomheten. Den vises bare nå, og gjelder ut den første uka.',
  copy: 'Kopier koden',
  copied: 'Kopiert',
  begun: 'Den første uka er over. Nå kan ingen flere bli med.',
  leave: 'Konkurrer alene videre',
  leaveSure: 'Trekke dere? De andre ser ikke avdelingene deres mer, og dere ikke deres.',
  leaveYes: 'Ja, trekk oss',
  leaveNo: 'Nei, bli med videre',
  join: 'Bli med mot en annen virksomhet',
  joinWhy: 'Har dere fått en kode, kan dere være med i konkurransen den hører til.',
  codeLacks: 'Koden passer ikke til noen konkurranse.',
  look: 'Se konkurransen',
  in: (names: string) => `Med nå: ${names}`,
  takePart: 'Bli med',
  joined: 'Dere er med i denne konkurransen fra før.',
  late: 'Den første uka er over, så dere kan ikke bli med.',
  and: 'og',
  failed: 'Det gikk ikke. Prøv igjen.',
  offline: 'Det trenger nett. Prøv igjen når du har det.',
}

export type MeetsText = typeof meets
