"""Rules about machines, alarms and how the templates describe themselves."""

import json

from tests.infra.templates import Template, resources

Templates = dict[str, Template]


def the_first_machine_is_as_agreed(templates: Templates) -> None:
    parameters = templates["app"]["Parameters"]
    assert parameters["InstanceType"]["Default"] == "t3.small"
    assert parameters["RootSize"]["Default"] + parameters["DataSize"]["Default"] == 20
    assert templates["data"]["Parameters"]["DatabaseClass"]["Default"] == "db.t3.micro"
    assert templates["data"]["Parameters"]["MultiAZ"]["Default"] == "false"
    assert templates["alarms"]["Parameters"]["MonthlyBudget"]["Default"] == 40
    volume = templates["app"]["Resources"]["DataVolume"]["Properties"]
    assert volume["VolumeType"] == "gp3"


def a_broken_machine_is_replaced_without_two_at_once(templates: Templates) -> None:
    group = templates["app"]["Resources"]["Machines"]
    assert group["Properties"]["MinSize"] == group["Properties"]["MaxSize"] == "1"
    rolling = group["UpdatePolicy"]["AutoScalingRollingUpdate"]
    assert rolling["MinInstancesInService"] == 0
    assert rolling["WaitOnResourceSignals"] is True
    assert group["CreationPolicy"]["ResourceSignal"]["Count"] == 1


def the_fleet_is_asked_for_its_health(templates: Templates) -> None:
    servers = templates["fleet"]["Resources"]["Servers"]["Properties"]
    assert servers["HealthCheckPath"] == "/api/v1/health"
    attributes = {a["Key"]: a["Value"] for a in servers["TargetGroupAttributes"]}
    assert attributes["deregistration_delay.timeout_seconds"] == {"Fn::Sub": "${DrainSeconds}"}
    fleet = templates["fleet-machines"]["Resources"]["Machines"]
    assert fleet["Properties"]["HealthCheckType"] == "ELB"
    assert len(fleet["Properties"]["VPCZoneIdentifier"]) == 2
    refresh = fleet["UpdatePolicy"]["AutoScalingInstanceRefresh"]["Preferences"]
    assert refresh["MinHealthyPercentage"] == 100
    assert refresh["MaxHealthyPercentage"] > 100


def every_alarm_tells_somebody(templates: Templates) -> None:
    alarms = resources(templates, "AWS::CloudWatch::Alarm")
    for name, alarm in alarms.items():
        assert "Alerts" in json.dumps(alarm["Properties"]["AlarmActions"]), name
    assert len(resources({"alarms": templates["alarms"]}, "AWS::CloudWatch::Alarm")) <= 10  # the free ones
    topic = templates["alarms"]["Resources"]["Alerts"]["Properties"]
    assert topic["Subscription"] == [{"Protocol": "email", "Endpoint": {"Ref": "AlertEmail"}}]
    budget = templates["alarms"]["Resources"]["Budget"]["Properties"]
    assert budget["Budget"]["BudgetLimit"]["Amount"] == {"Ref": "MonthlyBudget"}
    assert budget["NotificationsWithSubscribers"]


def a_silent_site_counts_as_down(templates: Templates) -> None:
    alarm = templates["alarms"]["Resources"]["SiteDown"]["Properties"]
    assert alarm["TreatMissingData"] == "breaching"


def everything_is_described(templates: Templates) -> None:
    for name, parsed in templates.items():
        assert parsed["Description"], name
        grouped = [
            parameter
            for group in parsed["Metadata"]["AWS::CloudFormation::Interface"]["ParameterGroups"]
            for parameter in group["Parameters"]
        ]
        assert sorted(grouped) == sorted(parsed["Parameters"]), name
        for parameter, settings in parsed["Parameters"].items():
            assert len(settings["Description"]) > 20, f"{name}: {parameter}"
