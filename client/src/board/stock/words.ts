import { dictionary } from "../../shared/words/dictionary";

export const stockWords = dictionary(
  {
    stock: "품절·재고",
    findItem: "메뉴 찾기 (ㄱㅊ처럼 첫소리로도 찾아요)",
    onlySoldOut: "품절만 보기",
    menuFailed: "메뉴를 불러오지 못했어요.",
    noItem: "그런 메뉴가 없어요.",
    soldOut: "품절",
    hidden: "숨김",
    uncounted: "세지 않음",
    left: (count: number) => `${count}개 남음`,
    count: "재고",
    remaining: "남은 수량",
    saveCount: "저장",
    stopCounting: "세지 않기",
  },
  {
    stock: "Sold out and stock",
    findItem: "Find an item",
    onlySoldOut: "Sold out only",
    menuFailed: "The menu could not be loaded.",
    noItem: "There is no such item.",
    soldOut: "Sold out",
    hidden: "Hidden",
    uncounted: "not counted",
    left: (count) => `${count} left`,
    count: "Stock",
    remaining: "Left",
    saveCount: "Save",
    stopCounting: "Stop counting",
  },
);
