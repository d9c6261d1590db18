"""Two speeches and a spinner, to measure how much spun wording is found in texts not seen before.

The speeches are written for this purpose; the spinner replaces words blindly, as sites do, with a
part of the program's own table and with words that the table does not have.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from reviewer.text.span import Span

COUNTRYSIDE = """同志们：
今天我们在这里召开全县乡村振兴工作推进会议，主要任务是认真贯彻上级会议精神，总结成绩，分析问题，安排下一阶段工作。刚才，三个乡镇作了发言，讲得都很好，希望大家互相学习借鉴。下面，我讲三点意见。
一、肯定成绩，正视不足，切实增强工作的责任感
今年以来，全县各级各部门积极行动，及时解决群众反映的突出问题，农村基础设施建设明显加快，特色产业发展势头良好，村容村貌发生了很大变化，群众的满意度不断提高。这些成绩的取得，是全县广大干部群众共同努力的结果。同时也要清醒地认识到，我们的工作还存在不少不足：有的干部责任意识不强，对政策掌握不够，工作标准不高；有的乡镇产业结构比较单一，服务水平有待提高；有的村集体经济基础薄弱，发展后劲不足。产生这些问题的原因是多方面的，但主要还是思想认识不到位、措施落实不具体。
二、突出重点，狠抓落实，全面提升乡村发展水平
一要抓好产业发展。产业是乡村振兴的基础。必须坚持因地制宜的原则，充分发挥资源优势，积极培育龙头企业，提供必要的技术支持，引导农民参与。要进一步完善利益联结机制，使农民能够直接得到实惠。要降低生产成本，提高产品质量，增强市场竞争能力。
二要抓好环境整治。各乡镇要组织力量，对垃圾、污水、厕所进行全面整治，做到发现一处、整改一处。要加强监督检查，实施定期通报制度，对工作不力的要严肃处理。环境保护关系到每个人的幸福生活，要教育群众养成良好习惯，努力建设美好家园。
三要抓好安全生产。安全工作一刻也不能放松。要认真排查安全隐患，特别是对学校、市场、工地等重点部位，要经常检查，及时消除隐患，坚决杜绝重大事故。应急队伍要加强训练，提高处置能力，一旦出现险情，要迅速行动。
四要抓好民生服务。要围绕群众最关心的事情，采取有效措施，解决好上学难、看病难的问题。要保护农民合法权益，减少不必要的办事环节，使群众的情绪得到疏导，要求得到回应。
三、加强领导，明确责任，努力完成全年目标任务
各级领导干部要转变作风，深入基层，了解实际情况，研究解决具体问题，不可敷衍了事。各部门要密切配合，既要有分工，也要有合作，如果哪个环节出了问题，就要追究哪个环节的责任。要大力宣传先进典型，交流好的经验，营造浓厚的氛围。要完善考核办法，严格按照规则办事，让实干的人得到鼓励，让落后的人感到压力，否则再好的规划也是一纸空文。
同志们，乡村振兴任务艰巨，意义重大。让我们坚定信心，继续保持良好的精神状态，克服困难，扎实工作，一抓到底，为实现全县经济社会又好又快发展作出更大的贡献！
"""

HOSPITAL = """各位同事：
大家上午好。今天这次会议，是医院新一届领导班子成立以来召开的第一次全体会议，目的是总结上半年的情况，研究下半年的任务。会前，办公室征求了各科室的意见，我看了以后很受启发。借这个机会，我谈几点想法。
首先谈谈服务态度。病人来到医院，心情往往是紧张的，情绪也不稳定。我们能不能耐心一点，认真听他们把话说完？前不久有一位老人反映，挂号的时候没有人提醒他带证件，跑了三趟才办成。这件事看起来很小，却体现了我们管理上的问题。必须承认，我们有些同志的服务意识还不强，没有真正把病人放在心上。今后，门诊要提供导诊服务，安排专门人员负责，及时解决病人遇到的困难，让病人感到温暖。
其次谈谈业务能力。医疗质量是医院的生命。最近几个月，我们的手术例数增加了，但是病历质量下降了，原因是什么？我看主要是制度没有得到执行。有的医生认为自己经验丰富，对规章制度不够重视；有的科室平时不组织学习，考核的时候才着急。从下个月开始，医务科要加强监督，对不符合规范的病历要进行通报。年轻医生要刻苦钻研，掌握基本的技术，熟悉先进的设备，积极参加学术交流，努力提高水平。医院将采取多种措施，培养一批优秀人才，为他们创造良好的条件。
第三谈谈安全问题。消防安全、用药安全、信息安全，哪一样都不可忽视。上个星期检查的时候发现，有的病房通道堆放杂物，这是十分危险的。各科主任是第一责任人，要迅速组织检查，发现隐患立即整改。如果因为责任不落实出现事故，一定要严肃追究。
第四谈谈节约成本。水、电、耗材，一年下来不是小数目。要控制不合理的开支，减少浪费，使有限的资金用到关键的地方。后勤部门要改变过去的做法，主动到科室去，了解实际需要，保证供应。
最后谈谈团结合作。医院是一个集体，临床、医技、后勤缺一不可。工作中有不同的看法是正常的，关键是要互相尊重、互相配合，要以病人的利益为原则。我希望大家继续发扬优良作风，克服眼前的困难，共同建设一个让群众满意的医院。
我就讲这些，谢谢大家。
"""

SPEECHES = (COUNTRYSIDE, HOSPITAL)

FOREIGN = {
    "希望": "但愿",
    "努力": "奋力",
    "结果": "成效",
    "借鉴": "鉴戒",
    "明显": "显明",
    "良好": "精良",
    "组织": "构造",
    "经常": "每每",
    "事故": "变乱",
    "检查": "查抄",
    "机会": "时机",
    "共同": "配合",
    "领导": "带领",
    "任务": "使命",
    "病人": "患者",
}
"""Replacements of other spinners, which the table does not have."""

_TOO_COARSE = {"不", "在", "则"}


@dataclass(frozen=True, slots=True)
class Spun:
    """A spun text, where words of it were replaced and what stood there."""

    text: str
    spans: tuple[Span, ...]
    originals: tuple[str, ...]


def spun(text: str, replacements: dict[str, str]) -> Spun:
    """`text` with every occurrence of a key replaced, the longer keys first, borders ignored."""
    words = sorted((word for word in replacements if word not in _TOO_COARSE), key=len)[::-1]
    parts: list[str] = []
    spans: list[Span] = []
    originals: list[str] = []
    place, length = 0, 0
    while place < len(text):
        word = next((word for word in words if text.startswith(word, place)), None)
        part = text[place] if word is None else replacements[word]
        if word is not None:
            spans.append(Span(length, length + len(part)))
            originals.append(word)
        parts.append(part)
        length += len(part)
        place += 1 if word is None else len(word)
    return Spun("".join(parts), tuple(spans), tuple(originals))


def shares(pairs: list[tuple[str, str]], chance: random.Random) -> tuple[dict[str, str], ...]:
    """The (original, written) pairs dealt at random to two spinners, each with half the foreign."""
    dealt: tuple[dict[str, str], ...] = ({}, {})
    for original, written in pairs + list(FOREIGN.items()):
        dealt[chance.random() < 0.5].setdefault(original, written)
    return dealt
