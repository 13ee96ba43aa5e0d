import { dictionary } from "../../shared/words/dictionary";

export const moveWords = dictionary(
  {
    moveOrMerge: "이동·합석",
    title: (number: number) => `테이블 ${number}의 손님을 어디로 옮길까요?`,
    hint: "빈 테이블을 고르면 옮기고, 이용 중인 테이블을 고르면 한 계산으로 합쳐요.",
    moves: (from: number, to: number) => `테이블 ${from}의 주문과 계산이 테이블 ${to}번으로 가요.`,
    oneBill: (to: number) => `테이블 ${to}의 한 계산이 돼요.`,
    move: "이동",
    merge: "합석",
  },
  {
    moveOrMerge: "Move or merge",
    title: (number) => `Where do the guests of table ${number} go?`,
    hint: "To a free table they move. At a table in use the two bills become one.",
    moves: (from, to) => `The orders and the bill of table ${from} go to table ${to}.`,
    oneBill: (to) => `one bill at table ${to}`,
    move: "Move",
    merge: "Merge",
  },
);
