import { dictionary } from "../../shared/words/dictionary";

export const openingWords = dictionary(
  {
    pause: "주문 그만 받기",
    forMinutes: (minutes: number) => `${minutes}분 동안`,
    untilResumed: "다시 받을 때까지",
    resume: "주문 다시 받기",
    paused: "주문을 받지 않고 있어요. 손님 화면에서는 주문할 수 없어요.",
    resumesAt: (clock: string) => `${clock}에 저절로 다시 받아요.`,
    open: "영업 중",
    lastOrder: (clock: string) => `라스트오더 ${clock}`,
    closes: (clock: string) => `${clock}에 닫아요`,
    closed: "지금은 영업 시간이 아니에요",
    lastOrdersOver: "라스트오더가 끝났어요",
    staffOnly: "손님 화면에서는 주문할 수 없고, 직원은 주문할 수 있어요.",
  },
  {
    pause: "Pause ordering",
    forMinutes: (minutes) => `for ${minutes} min`,
    untilResumed: "until resumed",
    resume: "Resume ordering",
    paused: "Ordering is paused. Guests cannot order now.",
    resumesAt: (clock) => `It resumes by itself at ${clock}.`,
    open: "Open",
    lastOrder: (clock) => `last orders ${clock}`,
    closes: (clock) => `closes ${clock}`,
    closed: "Outside the opening hours",
    lastOrdersOver: "The last orders have been taken",
    staffOnly: "Guests cannot order on their tablets; staff can.",
  },
);
