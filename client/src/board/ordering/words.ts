import { dictionary } from "../../shared/words/dictionary";

export const orderingWords = dictionary(
  {
    chosen: "고른 메뉴",
    nothingChosen: "메뉴를 골라 주세요",
    place: "주문 넣기",
    add: "담기",
    quantity: "수량",
    rule: (min: number, max: number) => (min === 0 ? `최대 ${max}개` : min === max ? `${min}개 선택` : `${min}~${max}개 선택`),
  },
  {
    chosen: "Chosen items",
    nothingChosen: "Choose something",
    place: "Place the order",
    add: "Add",
    quantity: "Quantity",
    rule: (min, max) => (min === 0 ? `up to ${max}` : min === max ? `choose ${min}` : `choose ${min} to ${max}`),
  },
);
