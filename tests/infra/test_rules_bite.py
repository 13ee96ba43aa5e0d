"""A rule that never complains is none: each is shown templates that break it."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.infra import rules
from tests.infra.rules import keeping, reach, running
from tests.infra.templates import every_template

GROUP = "SecurityGroupIngress"
OPEN = {"IpProtocol": "tcp", "CidrIp": "0.0.0.0/0", "Description": ""}


def put(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Set what lies at a path such as `data.Resources.Database.Properties.MultiAZ`; `~` stands for a dot in a name."""

    def change(templates: dict[str, Any]) -> None:
        *way, last = (int(step) if step.isdigit() else step.replace("~", ".") for step in path.split("."))
        place: Any = templates
        for step in way:
            place = place[step]
        place[last] = value

    return change


def add(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Append to the list at a path."""

    def change(templates: dict[str, Any]) -> None:
        place: Any = templates
        for step in path.split("."):
            place = place[int(step)] if step.isdigit() else place[step]
        place.append(value)

    return change


DATABASE = "data.Resources.Database"
MACHINE = "app.Resources.MachineTemplate.Properties.LaunchTemplateData"
WEB = f"network.Resources.WebGroup.Properties.{GROUP}"
TRUST = "releases.Resources.DeployRole.Properties.AssumeRolePolicyDocument.Statement.0.Condition"
POLICY = "Properties.Policies.0.PolicyDocument.Statement"
REFRESH = "fleet-machines.Resources.Machines.UpdatePolicy.AutoScalingInstanceRefresh.Preferences"

BROKEN = [
    (reach.only_web_ports_are_open_to_anyone, add(WEB, {**OPEN, "FromPort": 3000, "ToPort": 3000})),
    (reach.port_22_is_shut, add(WEB, {**OPEN, "FromPort": 20, "ToPort": 25})),
    (reach.port_22_is_shut, put(f"{WEB}.0.IpProtocol", "-1")),
    (reach.port_22_is_shut, put(f"{MACHINE}.KeyName", "mine")),
    (
        reach.the_database_hears_servers_alone,
        put(f"network.Resources.DatabaseGroup.Properties.{GROUP}.0", {**OPEN, "FromPort": 5432, "ToPort": 5432}),
    ),
    (
        reach.the_database_hears_servers_alone,
        put("fleet.Resources.DatabaseFromMachines.Properties.SourceSecurityGroupId", {"Ref": "Other"}),
    ),
    (
        reach.the_database_hears_servers_alone,
        add(f"fleet.Resources.FilesGroup.Properties.{GROUP}", {**OPEN, "FromPort": 2049, "ToPort": 2049}),
    ),
    (reach.the_database_has_its_group_and_subnets, put(f"{DATABASE}.Properties.VPCSecurityGroups", [{"Ref": "Web"}])),
    (
        reach.the_database_has_its_group_and_subnets,
        put("network.Resources.PrivateSubnetB.Properties.AvailabilityZone", {"Fn::Select": [0, {"Fn::GetAZs": ""}]}),
    ),
    (
        reach.private_subnets_have_no_way_out,
        put("network.Resources.PrivateSubnetARoutes.Properties.RouteTableId", {"Ref": "PublicRoutes"}),
    ),
    (
        reach.private_subnets_have_no_way_out,
        put("network.Resources.WayOut.Properties.RouteTableId", {"Ref": "PrivateRoutes"}),
    ),
    (reach.databases_are_not_public, put(f"{DATABASE}.Properties.PubliclyAccessible", True)),
    (keeping.everything_stored_is_encrypted, put(f"{DATABASE}.Properties.StorageEncrypted", False)),
    (keeping.everything_stored_is_encrypted, put("app.Resources.DataVolume.Properties.Encrypted", False)),
    (keeping.everything_stored_is_encrypted, put(f"{MACHINE}.BlockDeviceMappings.0.Ebs.Encrypted", False)),
    (keeping.everything_stored_is_encrypted, put("fleet.Resources.Files.Properties.Encrypted", False)),
    (
        keeping.the_database_takes_tls_alone,
        put("data.Resources.DatabaseParameters.Properties.Parameters.rds~force_ssl", "0"),
    ),
    (keeping.the_database_takes_tls_alone, put("data.Resources.TlsSetting.Properties.Value", "prefer")),
    (keeping.two_colours_fit_the_database, put("data.Parameters.MaxConnections.Default", 500)),
    (keeping.data_outlives_its_stack, put(f"{DATABASE}.DeletionPolicy", "Delete")),
    (keeping.data_outlives_its_stack, put("app.Resources.DataVolume.UpdateReplacePolicy", "Delete")),
    (keeping.data_outlives_its_stack, put("fleet.Resources.Files.DeletionPolicy", "Delete")),
    (keeping.the_database_can_go_back_seven_days, put("data.Parameters.BackupDays.Default", 1)),
    (keeping.the_database_can_go_back_seven_days, put("data.Parameters.DeletionProtection.Default", "false")),
    (keeping.nothing_replaces_the_database_by_itself, put(f"{DATABASE}.Properties.AvailabilityZone", "a")),
    (keeping.nothing_replaces_the_database_by_itself, put("data.Parameters.DatabaseVersion.Default", "16")),
    (reach.containers_cannot_reach_the_machines_credentials, put(f"{MACHINE}.MetadataOptions.HttpTokens", "optional")),
    (
        reach.containers_cannot_reach_the_machines_credentials,
        put(f"{MACHINE}.MetadataOptions.HttpPutResponseHopLimit", 2),
    ),
    (running.the_first_machine_is_as_agreed, put("app.Parameters.DataSize.Default", 30)),
    (running.the_first_machine_is_as_agreed, put("alarms.Parameters.MonthlyBudget.Default", 400)),
    (keeping.no_template_knows_a_secret, put(f"{DATABASE}.Properties.MasterUserPassword", {"Fn::Sub": "letmein"})),
    (keeping.no_template_knows_a_secret, put("app.Parameters.JwtSecret", {"Type": "String", "Default": "x"})),
    (
        keeping.no_template_knows_a_secret,
        put("data.Outputs.Oops", {"Value": "{{resolve:ssm-secure:/tableorder/env/DB_PASSWORD}}"}),
    ),
    (reach.github_may_release_and_nothing_else, put(TRUST, {"StringLike": {"sub": "repo:owner/*"}})),
    (
        reach.github_may_release_and_nothing_else,
        put(f"{TRUST}.StringEquals.token~actions~githubusercontent~com:sub.0", {"Fn::Sub": "repo:${Repository}:*"}),
    ),
    (
        reach.github_may_release_and_nothing_else,
        put(
            f"releases.Resources.DeployRole.{POLICY}.0.Resource",
            {"Fn::Sub": "arn:aws:ssm:::document/AWS-RunShellScript"},
        ),
    ),
    (reach.github_may_release_and_nothing_else, put(f"releases.Resources.DeployRole.{POLICY}.1.Condition", {})),
    (
        reach.a_release_is_an_image_and_no_command,
        put("releases.Resources.Release.Properties.Content.parameters.Image.allowedPattern", ".*"),
    ),
    (
        reach.machines_read_their_own_settings_alone,
        put(f"app.Resources.MachineRole.{POLICY}.0.Resource", {"Fn::Sub": "arn:aws:ssm:::parameter/*"}),
    ),
    (reach.machines_read_their_own_settings_alone, put(f"app.Resources.MachineRole.{POLICY}.1.Effect", "Allow")),
    (reach.nobody_may_do_everything, put(f"app.Resources.MachineRole.{POLICY}.3.Action", ["ec2:*"])),
    (reach.nobody_may_do_everything, put(f"app.Resources.MachineRole.{POLICY}.3.Resource", "*")),
    (
        running.a_broken_machine_is_replaced_without_two_at_once,
        put("app.Resources.Machines.UpdatePolicy.AutoScalingRollingUpdate.MinInstancesInService", 1),
    ),
    (running.the_fleet_is_asked_for_its_health, put("fleet.Resources.Servers.Properties.HealthCheckPath", "/")),
    (running.the_fleet_is_asked_for_its_health, put(f"{REFRESH}.MinHealthyPercentage", 50)),
    (reach.the_fleet_speaks_tls, put("fleet.Resources.Https.Properties.SslPolicy", "ELBSecurityPolicy-2016-08")),
    (
        reach.the_fleet_speaks_tls,
        put("fleet.Resources.Http.Properties.DefaultActions.0.RedirectConfig.Protocol", "HTTP"),
    ),
    (running.every_alarm_tells_somebody, put("alarms.Resources.DatabaseBusy.Properties.AlarmActions", [])),
    (running.every_alarm_tells_somebody, put("alarms.Resources.Budget.Properties.NotificationsWithSubscribers", [])),
    (running.a_silent_site_counts_as_down, put("alarms.Resources.SiteDown.Properties.TreatMissingData", "missing")),
    (running.everything_is_described, put("app.Parameters.DataSize.Description", "Size.")),
    (
        running.everything_is_described,
        put("app.Parameters.Forgotten", {"Type": "String", "Description": "In no group of parameters."}),
    ),
]


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    return every_template()


@pytest.mark.parametrize(("rule", "change"), BROKEN, ids=lambda part: getattr(part, "__name__", ""))
def test_a_broken_template_is_noticed(whole: dict[str, Any], rule: rules.Rule, change: Callable) -> None:
    templates = copy.deepcopy(whole)
    change(templates)
    with pytest.raises(AssertionError):
        rule(templates)


def test_no_rule_goes_untried() -> None:
    assert {rule.__name__ for rule in rules.EVERY} == {rule.__name__ for rule, _ in BROKEN}
