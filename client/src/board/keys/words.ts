import { dictionary } from "../../shared/words/dictionary";

export const keyWords = dictionary(
  {
    sheet: "이 표 보기",
    number: "테이블이나 주문 번호로 찾기. Enter로 그 테이블 열기",
    search: "찾기 칸으로",
    tables: "테이블로",
    orders: "새 주문으로",
    arrows: "옆이나 위아래의 테이블·주문으로",
    undo: "내가 마지막에 한 것 되돌리기",
    sound: "소리 켜고 끄기",
    pages: "현황 · 주방",
    escape: "닫기, 찾기 지우기",
    finish: "그 번호의 주문 다음 단계로",
    together: "모아 보기 켜고 끄기",
    singleKeys: "한 글자 단축키 쓰기",
  },
  {
    sheet: "Show this sheet",
    number: "Find a table or order by number; Enter opens the table",
    search: "Go to the search box",
    tables: "Go to the tables",
    orders: "Go to the new orders",
    arrows: "Go to the table or order beside, above or below",
    undo: "Undo my last step",
    sound: "Sound on and off",
    pages: "Board · Kitchen",
    escape: "Close, clear the search",
    finish: "Take the order with that number to its next step",
    together: "“All together” on and off",
    singleKeys: "Use shortcuts of one key",
  },
);
